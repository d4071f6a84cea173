import { isDeepStrictEqual } from 'node:util'
import type { GraphQLFormattedError } from 'graphql'
import type { JsonObject } from '../json/json.ts'
import { ENTITIES } from '../subgraph/fetch-shape.ts'
import type { SubgraphAnswer } from '../subgraph/subgraph-answer.ts'
import type { Fetched } from './fetched.ts'

const entitiesIn = (variables: string): readonly unknown[] =>
  (JSON.parse(variables) as { representations?: unknown[] }).representations ?? []

/** As the subgraph receives it: without undefined values, for instance. */
const sentAs = (representation: unknown): unknown => JSON.parse(JSON.stringify(representation))

/** Where each requested representation is in the recorded fetch, in the same order; null when one is not in it. */
function positionsOf(requested: readonly unknown[], known: readonly unknown[]): number[] | null {
  const positions: number[] = []
  let next = 0
  for (const each of requested) {
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

/**
 * The error with the new position of its entity: -1, which matches no entity, when the entity is not requested again.
 */
function renumbered(error: GraphQLFormattedError, positions: readonly number[]): GraphQLFormattedError {
  const [root, position, ...below] = error.path ?? []
  if (root !== ENTITIES || typeof position !== 'number') return error
  return { ...error, path: [root, positions.indexOf(position), ...below] }
}

/**
 * The recorded answer of a fetch, reduced to the representations in these variables: some may be missing now, since the
 * failure of another fetch may have taken their inputs. Null when one of them was not in the recorded fetch.
 */
export function replayedAnswer(
  { representations, errors, data }: Fetched,
  variables: string,
): SubgraphAnswer | null {
  const positions = positionsOf(entitiesIn(variables), representations)
  if (!positions) return null
  if (positions.length === representations.length) return { data: data(), errors }
  return { data: entitiesAt(data(), positions), errors: errors.map((each) => renumbered(each, positions)) }
}
