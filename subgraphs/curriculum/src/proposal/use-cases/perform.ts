import { randomUUID } from 'node:crypto'
import type { Outcome } from '@kompetanse/command'
import type { GraphContext } from '@kompetanse/graph'
import { brandId } from '@kompetanse/schema/ids'
import { database, type Tx } from '../../database.ts'
import { wordingOf } from '../../learning-activity/domain/wording.ts'
import { activityCommands } from '../../learning-activity/use-cases/commands.ts'
import type { CurriculumRefusal } from '../../rights/domain/refusal.ts'
import { trackCommands } from '../../track/use-cases/commands.ts'
import type { Proposed } from '../domain/proposed.ts'

type Performed = Outcome<object, CurriculumRefusal>

/** Does what is proposed, by the very command that the Directorate does it with by itself. */
export async function perform(tx: Tx, proposed: Proposed, context: GraphContext): Promise<Performed> {
  const { kind, input } = proposed
  const { expectedVersion } = input
  if (kind === 'SET_TRACK_PLANS') {
    const { trackCode: id, planTemplateIds, assignsAutomatically } = input
    const command = { planTemplateIds, assignsAutomatically }
    return trackCommands.performIn(tx, { id, expectedVersion, command }, context)
  }
  const command =
    kind === 'EDIT_ACTIVITY'
      ? ({
          name: 'EDIT',
          wording: wordingOf(input),
          successorId: brandId<'ActivityDefinition'>(randomUUID()),
        } as const)
      : ({ name: 'RETIRE' } as const)
  return activityCommands.performIn(tx, { id: input.activityDefinitionId, expectedVersion, command }, context)
}

/** Thrown so that what was tried is undone. */
class Undone extends Error {}

/** What the command would answer the Directorate, and nothing of it: a proposal that could not be done is not made. */
export async function rehearse(proposed: Proposed, context: GraphContext): Promise<Performed> {
  const grants = [{ role: 'DIRECTORATE', regionCode: null, enterpriseId: null }] as const
  const asDirectorate = { ...context, actor: { ...context.actor, grants } }
  let outcome: Performed | undefined
  try {
    await database.$transaction(async (tx) => {
      outcome = await perform(tx, proposed, asDirectorate)
      throw new Undone()
    })
  } catch (error) {
    if (!(error instanceof Undone)) throw error
  }
  return outcome as Performed
}
