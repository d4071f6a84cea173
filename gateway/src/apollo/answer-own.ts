import { GraphQLError } from 'graphql'
import type { Answer } from '../execution/answer.ts'
import type { Graph } from '../graph/graph.ts'
import type { Fetched } from './fetched.ts'
import type { Executor, ExecutorRequest, ExecutorResult } from './portal-gateway.ts'
import { createReplay } from './replay.ts'

export type Own = (request: ExecutorRequest) => Promise<ExecutorResult | Answer>

/**
 * Runs Apollo's own executor, and when errors came with its fetches the compiled one after it, which reports each
 * field that is lost.
 */
export function answerOwn(own: Executor, graph: Graph): Own {
  const replay = createReplay(graph)
  return async (request) => {
    const fetched: Fetched[] = []
    const result = await own({ ...request, context: { ...request.context, fetched } })
    const errors = fetched.flatMap((each) => each.errors)
    if (errors.length === 0 || result.data === undefined) return result
    const withoutPlaces = () =>
      errors.map(({ message, extensions = {} }) => new GraphQLError(message, { extensions }))
    return (await replay(request, fetched)) ?? { ...result, errors: withoutPlaces() }
  }
}
