import type { GraphContext } from '@kompetanse/graph'
import { database, type Tx } from '../../database.ts'
import type { ProposalKind } from '../../generated/db/client.ts'
import {
  editActivity,
  retireActivity,
  type Edit,
  type OfActivity,
} from '../../learning-activity/use-cases/change-activity.ts'
import { setTrackPlans, type SetPlans } from '../../track/use-cases/set-plans.ts'

/** What is proposed: the command that would change it, with its input as the Directorate would give it. */
export type Proposed =
  | { readonly kind: 'SET_TRACK_PLANS'; readonly input: SetPlans }
  | { readonly kind: 'EDIT_ACTIVITY'; readonly input: Edit }
  | { readonly kind: 'RETIRE_ACTIVITY'; readonly input: OfActivity }

/** As it was written down, by `propose` alone. */
export const proposedOf = (row: { readonly kind: ProposalKind; readonly input: unknown }) => row as Proposed

/** Does what is proposed, by the very command that the Directorate does it with by itself. */
export function perform(tx: Tx, { kind, input }: Proposed, context: GraphContext) {
  switch (kind) {
    case 'SET_TRACK_PLANS':
      return setTrackPlans(tx, input, context)
    case 'EDIT_ACTIVITY':
      return editActivity(tx, input, context)
    case 'RETIRE_ACTIVITY':
      return retireActivity(tx, input, context)
  }
}

export type Performed = Awaited<ReturnType<typeof perform>>

/** Thrown so that what was tried is undone. */
class Undone extends Error {}

/** What the command would answer the Directorate, and nothing of it: a proposal that could not be done is not made. */
export async function rehearse(proposed: Proposed, context: GraphContext): Promise<Performed> {
  const grants = [{ role: 'DIRECTORATE', regionCode: null, enterpriseId: null }] as const
  const asDirectorate = { ...context, actor: { ...context.actor, grants } }
  let answer: Performed | undefined
  try {
    await database.$transaction(async (tx) => {
      answer = await perform(tx, proposed, asDirectorate)
      throw new Undone()
    })
  } catch (error) {
    if (!(error instanceof Undone)) throw error
  }
  return answer as Performed
}
