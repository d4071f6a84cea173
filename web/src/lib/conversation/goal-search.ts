import type { Client } from '@urql/core'
import { PlanGoalSearch } from './queries.ts'

export type PickedGoal = { readonly id: string; readonly code: string; readonly wording: string }

const MOST = 12

/** Goals of the doctor's plans that contain these words, the first few; undefined when the search is unavailable. */
export const searchGoals = async (
  client: Client,
  traineeId: string,
  search: string,
): Promise<PickedGoal[] | undefined> => {
  const { data } = await client.query(PlanGoalSearch, { traineeId, search }).toPromise()
  return data?.trainee?.assignedPlans?.edges
    .flatMap(({ node }) => node.goals.edges)
    .map(({ node: { id, definition } }) => ({ id, code: definition.code, wording: definition.wording }))
    .slice(0, MOST)
}
