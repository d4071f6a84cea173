import { isJsonObject, type JsonObject } from '../json/json.ts'
import { parseJson } from '../json/parse-json.ts'
import type { RawAnswer } from './exchange.ts'
import { readErrors } from './read-errors.ts'
import { SubgraphFailure, type SubgraphAnswer } from './subgraph-answer.ts'

/**
 * Reads a raw answer as GraphQL. Absent, null and empty errors are the same; an error that is invalid by the
 * specification is replaced, so that the data beside it is kept. Throws SubgraphFailure when the body is no answer: no
 * JSON object, neither data nor errors, or an error status.
 */
export function readAnswer({ status, body }: RawAnswer): SubgraphAnswer {
  const answer = parseObject(body)
  if (answer && status !== 401) {
    const { data } = answer
    const errors = readErrors(answer['errors'])
    if (isJsonObject(data) || data === null || errors.length > 0)
      return { data: isJsonObject(data) ? data : null, errors }
  }
  throw status >= 500 || status === 429
    ? new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'A part of the answer is unavailable.')
    : new SubgraphFailure('SUBGRAPH_INVALID_RESPONSE', 'A part of the answer could not be read.')
}

/** RFC 8259 lets a reader pass over a byte order mark. */
const withoutMark = (text: string) => (text.startsWith('\uFEFF') ? text.slice(1) : text)

function parseObject(body: Buffer): JsonObject | null {
  try {
    const value = parseJson(withoutMark(body.toString()))
    return isJsonObject(value) ? value : null
  } catch {
    return null
  }
}
