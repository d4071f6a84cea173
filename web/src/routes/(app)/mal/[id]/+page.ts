import { error } from '@sveltejs/kit'
import { graph } from '#lib/graph/index.ts'
import { readFresh } from '#lib/queue/list.ts'
import { addressOf } from '#lib/queue/load.ts'
import { approvalQueue } from '../../godkjenning/queue.ts'
import type { PageLoad } from './$types'
import { GoalNeighbours, GoalPage } from './operations.ts'

/** Reads the goal past the cache, since a decision has to be made on its current state. */
export const load: PageLoad = async ({ fetch, params, url }) => {
  const variables = { id: params.id }
  const fromQueue = url.searchParams.get('fra') === 'godkjenning'
  const [answer, neighbours] = await Promise.all([
    graph().query(GoalPage, variables, { fetch, requestPolicy: 'network-only' }).toPromise(),
    fromQueue ? readFresh(GoalNeighbours, addressOf(approvalQueue, url.searchParams), { fetch }) : undefined,
  ])
  if (answer.data && !answer.data.learningGoal && !answer.error) error(404)
  return {
    goal: { document: GoalPage, variables, data: answer.data, error: answer.error },
    order: neighbours?.approvalQueue?.edges.map((edge) => edge.node.id) ?? [],
    fromQueue,
  }
}
