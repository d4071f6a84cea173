import type { GraphQLFormattedError } from 'graphql'
import { ENTITIES } from '../subgraph/fetch-shape.ts'
import type { Sound } from '../subgraph/sound-answer.ts'

/** A part of an answer that can be lost by itself: a response name at its root, or the number of an entity. */
type Part = string | number

/** The parts that are lost because of one error. A part is a root field by name, or an entity by index. */
export interface LostParts<Each extends Part> {
  readonly error: GraphQLFormattedError
  readonly parts: Each[]
  /** Whether the error's own path lies within the first of them. */
  readonly isReported: boolean
}

export interface Found<Each extends Part> {
  readonly lost: readonly LostParts<Each>[]
  /** The errors that are reported at their own path. */
  readonly reported: readonly GraphQLFormattedError[]
}

/** The part that an error's path names, and whether it names no more than that; null when it names none. */
function placeIn({ path = [] }: GraphQLFormattedError, ofEntities: boolean) {
  const [first, second] = path
  if (!ofEntities) return first === undefined ? null : { part: first, isAll: path.length === 1 }
  return first === ENTITIES && typeof second === 'number' ? { part: second, isAll: path.length === 2 } : null
}

/** The error of each part: the first that names the whole part, else the first from within it. */
function errorByPart(errors: readonly GraphQLFormattedError[], ofEntities: boolean) {
  const found = new Map<Part, { readonly error: GraphQLFormattedError; readonly isAll: boolean }>()
  for (const error of errors) {
    const place = placeIn(error, ofEntities)
    if (!place) continue
    const known = found.get(place.part)
    if (!known || (place.isAll && !known.isAll)) found.set(place.part, { error, isAll: place.isAll })
  }
  return found
}

/**
 * Which of the parts that an answer leaves `open` are lost, and for which of its errors: that of the part, else the
 * first that has no place. A null that no error is of is none of them: the subgraph has nothing there.
 */
export function findLosses<Each extends Part>(
  { data, errors }: Sound,
  open: readonly Each[],
  ofEntities: boolean,
): Found<Each> {
  const ofPart = errorByPart(errors, ofEntities)
  const homeless = errors.find((error) => !placeIn(error, ofEntities))
  const lost = new Map<GraphQLFormattedError, LostParts<Each>>()
  for (const part of open) {
    const error = ofPart.get(part)?.error ?? homeless ?? (data ? undefined : errors[0])
    if (!error) continue
    const isReported = placeIn(error, ofEntities)?.isAll === false
    const known = lost.get(error)
    if (known) known.parts.push(part)
    else lost.set(error, { error, parts: [part], isReported })
  }
  return {
    lost: [...lost.values()],
    reported: errors.filter((error) => lost.get(error)?.isReported !== false),
  }
}
