import { GraphQLError } from 'graphql'
import type { Answer } from '../execution/answer.ts'
import type { Graph } from '../graph/graph.ts'
import type { Fetched } from './fetched.ts'
import type { Executor, ExecutorRequest, ExecutorResult } from './portal-gateway.ts'
import { createReplay } from './replay.ts'

export type Own = (request: ExecutorRequest) => Promise<ExecutorResult | Answer>

/**
 * Runs Apollo's own executor, and when errors came with its fetches or an entity was not found, the compiled one after
 * it, which reports each field that is lost.
 */
export function answerOwn(own: Executor, graph: Graph): Own {
  const replay = createReplay(graph)
  return async (request) => {
    const fetched: Fetched[] = []
    const result = await own({ ...request, context: { ...request.context, fetched } })
    const errors = fetched.flatMap((each) => each.errors)
    const isWhole = errors.length === 0 && !fetched.some(({ lacks }) => lacks)
    if (isWhole || result.data === undefined) return result
    const withoutPlaces = () =>
      errors.map(({ message, extensions = {} }) => new GraphQLError(message, { extensions }))
    const replayed = await replay(request, fetched)
    return replayed ?? (errors.length > 0 ? { ...result, errors: withoutPlaces() } : result)
  }
}
