import type { GraphQLFormattedError } from 'graphql'
import { isJsonObject } from '../json/json.ts'
import { SubgraphFailure } from './subgraph-answer.ts'

/**
 * The errors of an answer as a subgraph wrote them. Absent, null and empty mean none. An error that is invalid by the
 * specification is replaced, so that its siblings are kept.
 */
export function readErrors(given: unknown): GraphQLFormattedError[] {
  if (given === undefined || given === null) return []
  return (Array.isArray(given) ? (given as unknown[]) : [given]).map(readError)
}

function readError(given: unknown): GraphQLFormattedError {
  const { message, path, extensions } = isJsonObject(given) ? given : { message: given }
  const at = isPath(path) && { path }
  if (typeof message !== 'string') return { ...UNREADABLE, ...at }
  return { message, ...at, ...(isJsonObject(extensions) && { extensions }) }
}

/** Replaces an error, or an answer, that cannot be read. */
export const UNREADABLE: GraphQLFormattedError = new SubgraphFailure(
  'SUBGRAPH_INVALID_RESPONSE',
  'A part of the answer could not be read.',
).formatted

const isPath = (path: unknown): path is readonly (string | number)[] =>
  Array.isArray(path) && path.every((step) => typeof step === 'string' || typeof step === 'number')
