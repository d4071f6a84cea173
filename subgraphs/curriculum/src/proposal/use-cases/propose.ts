import { done, notFound, refused, type NotDone, type Outcome } from '@kompetanse/command'
import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import type { RegionCode } from '@kompetanse/schema/regions'
import { database } from '../../database.ts'
import { availableCommands } from '../../learning-activity/domain/decide.ts'
import type { CurriculumRefusal } from '../../rights/domain/refusal.ts'
import { trackCommands } from '../../track/domain/decide.ts'
import { decideProposing } from '../domain/proposal.ts'
import type { Proposed } from '../domain/proposed.ts'
import { insertProposal } from '../persistence/save.ts'
import { rehearse } from './perform.ts'

/** A region's administrator proposes what the Directorate could do, and says why. */
export async function propose(
  proposed: Proposed,
  given: { readonly reason: string; readonly regionCode: RegionCode | null },
  context: GraphContext,
): Promise<Outcome<{ readonly id: Id<'Proposal'> }, CurriculumRefusal>> {
  const forbidden = await notProposable(proposed, context)
  if (forbidden) return forbidden
  const decision = decideProposing(given, context.actor)
  if (decision.kind === 'refused') return decision
  const rehearsed = await rehearse(proposed, context)
  if (rehearsed.kind !== 'done') return rehearsed
  const { reason, regionCode } = decision
  const made = { ...proposed, reason, regionCode }
  return done(await database.$transaction((tx) => insertProposal(tx, made, context)))
}

/** What somebody may change by themselves is not proposed, and what is retired not at all. */
async function notProposable(
  { kind, input }: Proposed,
  { actor }: GraphContext,
): Promise<NotDone<CurriculumRefusal> | null> {
  if (kind === 'SET_TRACK_PLANS')
    return trackCommands(actor).includes('PROPOSE_PLANS') ? null : refused('NOT_PERMITTED')
  const where = { id: input.activityDefinitionId }
  const activity = await database.activityDefinition.findUnique({ where })
  if (!activity) return notFound(where.id)
  const command = kind === 'EDIT_ACTIVITY' ? 'PROPOSE_EDIT' : 'PROPOSE_RETIREMENT'
  // Of a retired one the rehearsal tells.
  const may = availableCommands({ ...activity, retired: false }, actor).includes(command)
  return may ? null : refused('NOT_PERMITTED')
}
