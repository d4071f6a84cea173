import { isDeepStrictEqual } from 'node:util'
import type { GraphQLFormattedError } from 'graphql'
import type { JsonObject } from '../json/json.ts'
import { ENTITIES } from '../subgraph/fetch-shape.ts'
import type { SubgraphAnswer } from '../subgraph/subgraph-answer.ts'
import type { Fetched } from './fetched.ts'

const entitiesIn = (variables: string): readonly unknown[] =>
  (JSON.parse(variables) as { representations?: unknown[] }).representations ?? []

/** As it is sent. */
const sentAs = (representation: unknown): unknown => JSON.parse(JSON.stringify(representation))

/** Where each of the asked ones was among the known, in their order; null when one was not. */
function positionsOf(asked: readonly unknown[], known: readonly unknown[]): number[] | null {
  const positions: number[] = []
  let next = 0
  for (const each of asked) {
    while (next < known.length && !isDeepStrictEqual(sentAs(known[next]), each)) next++
    if (next === known.length) return null
    positions.push(next++)
  }
  return positions
}

function entitiesAt(data: JsonObject | null, positions: readonly number[]): JsonObject | null {
  const entities = data?.[ENTITIES]
  return Array.isArray(entities)
    ? { ...data, [ENTITIES]: positions.map((at) => entities[at] as unknown) }
    : data
}

/** Under the new number of its entity; one that is not asked for any more has none. */
function renumbered(error: GraphQLFormattedError, positions: readonly number[]): GraphQLFormattedError {
  const [root, position, ...below] = error.path ?? []
  if (root !== ENTITIES || typeof position !== 'number') return error
  return { ...error, path: [root, positions.indexOf(position), ...below] }
}

/**
 * What came of a fetch, for those of its entities that are asked for with these variables: what is lost with another fetch
 * may be an input of theirs. Null when one is asked for that was not.
 */
export function answerAgain(
  { representations, errors, data }: Fetched,
  variables: string,
): SubgraphAnswer | null {
  const positions = positionsOf(entitiesIn(variables), representations)
  if (!positions) return null
  if (positions.length === representations.length) return { data: data(), errors }
  return { data: entitiesAt(data(), positions), errors: errors.map((each) => renumbered(each, positions)) }
}
