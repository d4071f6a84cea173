import type { GraphQLFormattedError } from 'graphql'
import type { JsonObject } from '../json/json.ts'
import { ENTITIES, type FetchShape } from './fetch-shape.ts'
import { fitData, invalidAt } from './fit-answer.ts'
import { SubgraphFailure, type SubgraphAnswer } from './subgraph-answer.ts'

/** The parts of a fetch by which its answer is checked. */
export interface FetchRequest {
  readonly shape: FetchShape
  /** How many representations are sent; 0 for a fetch of root fields. */
  readonly representations: number
}

export interface Sound {
  readonly data: JsonObject | null
  readonly errors: readonly GraphQLFormattedError[]
}

/**
 * Reads a subgraph's answer into a form that execution can rely on: data of the fetch's shape, and errors with paths in
 * the fetch's own document. When `read` throws a SubgraphFailure, the answer has no data and one error without a path;
 * any other error is thrown.
 */
export async function soundAnswer(
  request: FetchRequest,
  read: () => Promise<SubgraphAnswer>,
): Promise<Sound> {
  try {
    return fitted(request, await read())
  } catch (failure) {
    if (!(failure instanceof SubgraphFailure)) throw failure
    return { data: null, errors: [failure.formatted] }
  }
}

function fitted({ shape, representations }: FetchRequest, { data, errors = [] }: SubgraphAnswer): Sound {
  if (!data) return { data: null, errors }
  if (shape.ofEntities && !isListOf(data[ENTITIES], representations)) {
    if (errors.length > 0) return { data: null, errors }
    throw new SubgraphFailure('SUBGRAPH_INVALID_RESPONSE', 'A part of the answer could not be read.')
  }
  const misfits = fitData(shape, data)
  if (misfits.length === 0) return { data, errors }
  // The subgraph's own error at a place is nearer the cause than the misfit found there.
  const reported = new Set(errors.map(({ path }) => JSON.stringify(path)))
  const found = misfits.filter((path) => !reported.has(JSON.stringify(path))).map(invalidAt)
  return { data, errors: [...errors, ...found] }
}

const isListOf = (value: unknown, length: number) => Array.isArray(value) && value.length === length
