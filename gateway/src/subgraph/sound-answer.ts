import type { GraphQLFormattedError } from 'graphql'
import type { JsonObject } from '../json/json.ts'
import { ENTITIES, type FetchShape } from './fetch-shape.ts'
import { fitData, invalidAt } from './fit-answer.ts'
import { SubgraphFailure, type SubgraphAnswer } from './subgraph-answer.ts'

/** One fetch, as far as its answer depends on it. */
export interface Asked {
  readonly shape: FetchShape
  readonly variables: JsonObject
  /** How many entities are asked for; 0 when it is no fetch of entities. */
  readonly representations: number
}

interface Sound {
  readonly data: JsonObject | null
  readonly errors: readonly GraphQLFormattedError[]
}

/**
 * The answer of a subgraph that execution can rely on, whatever became of the fetch: data of the shape that was asked
 * for, and errors that have a place. A SubgraphFailure of `read` is an answer without data; any other error is thrown.
 *
 * Paths are those of the fetch's own document. An empty path is the place where entities were to be merged in.
 */
export async function soundAnswer(asked: Asked, read: () => Promise<SubgraphAnswer>): Promise<Sound> {
  try {
    return placed(asked, fitted(asked, await read()))
  } catch (failure) {
    if (!(failure instanceof SubgraphFailure)) throw failure
    return placed(asked, { data: null, errors: [failure.formatted] })
  }
}

function fitted({ shape, representations }: Asked, { data, errors = [] }: SubgraphAnswer): Sound {
  if (!data) return { data: null, errors }
  if (shape.ofEntities && !isListOf(data[ENTITIES], representations)) {
    if (errors.length > 0) return { data: null, errors }
    throw new SubgraphFailure('SUBGRAPH_INVALID_RESPONSE', 'A part of the answer could not be read.')
  }
  const misfits = fitData(shape, data)
  if (misfits.length === 0) return { data, errors }
  // What the subgraph says of a place is nearer the cause than what is found there.
  const said = new Set(errors.map(({ path }) => JSON.stringify(path)))
  const found = misfits.filter((path) => !said.has(JSON.stringify(path))).map(invalidAt)
  return { data, errors: [...errors, ...found] }
}

const isListOf = (value: unknown, length: number) => Array.isArray(value) && value.length === length

/** Gives errors without a path the place of what the answer leaves open, if it leaves anything open. */
function placed(asked: Asked, { data, errors }: Sound): Sound {
  const homeless = errors.findIndex(({ path }) => !isPlace(asked, path))
  if (homeless === -1) return { data, errors }
  return {
    data,
    errors: asked.shape.ofEntities ? atEntities(asked, errors) : atRoot(asked, { data, errors }),
  }
}

/** An error of a fetch of entities tells nothing without the number of an entity. */
const isPlace = ({ shape }: Asked, path: GraphQLFormattedError['path']) =>
  path !== undefined &&
  (shape.ofEntities ? path[0] === ENTITIES && typeof path[1] === 'number' : path.length > 0)

const atEntities = (asked: Asked, errors: readonly GraphQLFormattedError[]) =>
  errors.map((error) => (isPlace(asked, error.path) ? error : { ...error, path: [] }))

/** The first says why each root field that nothing else explains is null; more of them stay as they are. */
function atRoot({ shape, variables }: Asked, { data, errors }: Sound): readonly GraphQLFormattedError[] {
  const explained = new Set(errors.map(({ path }) => path?.[0]))
  const open = shape.rootNames(variables).filter((name) => {
    const value = data && Object.hasOwn(data, name) ? data[name] : null
    return (value === null || value === undefined) && !explained.has(name)
  })
  if (open.length === 0) return errors
  const first = errors.find(({ path }) => !path?.length)
  return errors.flatMap((error) =>
    error === first ? open.map((name) => ({ ...error, path: [name] })) : error,
  )
}
