import { NOON, type TestGraph } from './graph.ts'
import type { Crew } from './world.ts'

/** Whether somebody finds the plan of the crew's trainee. */
export async function seesPlan(
  graph: TestGraph,
  { assignedPlanId }: Crew,
  actor: Crew['leader'],
  now = NOON,
): Promise<boolean> {
  const query = 'query ($id: ID!) { assignedPlan(id: $id) { id } }'
  const data = await graph.ask<{ assignedPlan: object | null }>(actor, query, { id: assignedPlanId }, now)
  return data.assignedPlan !== null
}
