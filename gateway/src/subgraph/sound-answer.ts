import type { GraphQLFormattedError } from 'graphql'
import type { JsonObject } from '../json/json.ts'
import { ENTITIES, type FetchShape } from './fetch-shape.ts'
import { fitData, invalidAt } from './fit-answer.ts'
import { SubgraphFailure, type SubgraphAnswer } from './subgraph-answer.ts'

/** One fetch, as far as its answer depends on it. */
export interface Asked {
  readonly shape: FetchShape
  /** How many entities are asked for; 0 when it is no fetch of entities. */
  readonly representations: number
}

export interface Sound {
  readonly data: JsonObject | null
  readonly errors: readonly GraphQLFormattedError[]
}

/**
 * The answer of a subgraph that execution can rely on, whatever became of the fetch: data of the shape that was asked
 * for, and errors, whose paths are those of the fetch's own document. A SubgraphFailure of `read` is an answer without
 * data, with one error that has no path; any other error is thrown.
 */
export async function soundAnswer(asked: Asked, read: () => Promise<SubgraphAnswer>): Promise<Sound> {
  try {
    return fitted(asked, await read())
  } catch (failure) {
    if (!(failure instanceof SubgraphFailure)) throw failure
    return { data: null, errors: [failure.formatted] }
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
