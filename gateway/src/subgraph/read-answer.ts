import type { GraphQLFormattedError } from 'graphql'
import { isJsonObject, type JsonObject } from '../execution/json.ts'
import type { RawAnswer } from './post.ts'
import { SubgraphFailure, type SubgraphAnswer } from './subgraph-answer.ts'

/**
 * Reads a raw answer as GraphQL. Throws SubgraphFailure when it is none: no JSON object, neither data nor errors, or
 * a status that says so.
 */
export function readAnswer({ status, body }: RawAnswer): SubgraphAnswer {
  const answer = parseObject(body)
  const { data, errors } = answer ?? {}
  const isAnswer = isJsonObject(data) || (data === null && !errors) || Array.isArray(errors)
  if (answer && isAnswer && status !== 401)
    return { data: data as JsonObject, errors: errors as GraphQLFormattedError[] }
  throw status >= 500 || status === 429
    ? new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'A part of the answer is unavailable.')
    : new SubgraphFailure('SUBGRAPH_INVALID_RESPONSE', 'A part of the answer could not be read.')
}

function parseObject(body: Buffer): JsonObject | null {
  try {
    const value: unknown = JSON.parse(body.toString())
    return isJsonObject(value) ? value : null
  } catch {
    return null
  }
}
