import type { Client } from '@urql/core'
import type { Found } from '#lib/ui/index.ts'
import { PlanGoalSearch } from './queries.ts'

export type PickedGoal = { readonly id: string; readonly code: string; readonly wording: string }

const MOST = 12

/** Goals of the doctor's plans that contain these words, the first few. */
export const searchGoals = async (
  client: Client,
  traineeId: string,
  search: string,
): Promise<Found<PickedGoal>> => {
  const { data } = await client.query(PlanGoalSearch, { traineeId, search }).toPromise()
  const plans = data?.trainee?.assignedPlans?.edges
  const hits = (plans ?? [])
    .flatMap(({ node }) => node.goals.edges)
    .map(({ node: { id, definition } }) => ({ id, code: definition.code, wording: definition.wording }))
  return { hits: hits.slice(0, MOST), failed: !plans }
}
