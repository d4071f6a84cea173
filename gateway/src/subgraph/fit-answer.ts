import type { GraphQLFormattedError } from 'graphql'
import { getOwn, isJsonObject, setOwn, type JsonObject } from '../json/json.ts'
import type { FieldShape, ObjectShape } from './fetch-shape.ts'
import { SubgraphFailure } from './subgraph-answer.ts'

type Path = readonly (string | number)[]

const isName = (typename: unknown) => typename === undefined || typeof typename === 'string'

/** Whether nothing is to be mended, which is nearly always so; without a path, at a fifth of the cost. */
function fits({ structured }: ObjectShape, object: JsonObject): boolean {
  for (const field of structured) if (!valueFits(field, object[field.name], field.lists)) return false
  return true
}

function valueFits(field: FieldShape, value: unknown, lists: number): boolean {
  if (value === null || value === undefined) return true
  if (lists > 0) {
    if (!Array.isArray(value)) return false
    if (lists === 1 && !field.inner) return true
    for (const element of value) if (!valueFits(field, element, lists - 1)) return false
    return true
  }
  return !field.inner || (isJsonObject(value) && isName(value['__typename']) && fits(field.inner, value))
}

interface Fitting {
  readonly path: (string | number)[]
  readonly misfits: Path[]
}

function misfit({ path, misfits }: Fitting): null {
  misfits.push([...path])
  return null
}

function fitValue(field: FieldShape, value: unknown, lists: number, fitting: Fitting): unknown {
  if (value === null || value === undefined) return value
  if (lists > 0) return Array.isArray(value) ? fitList(field, value, lists, fitting) : misfit(fitting)
  if (!field.inner) return value
  if (!isJsonObject(value)) return misfit(fitting)
  if (!isName(value['__typename'])) return misfit(fitting)
  fitFields(field.inner, value, fitting)
  return value
}

function fitList(field: FieldShape, list: unknown[], lists: number, fitting: Fitting): unknown[] {
  if (lists === 1 && !field.inner) return list
  const { path } = fitting
  const depth = path.length
  for (let index = 0; index < list.length; index++) {
    path[depth] = index
    list[index] = fitValue(field, list[index], lists - 1, fitting)
  }
  path.length = depth
  return list
}

function fitFields({ structured }: ObjectShape, object: JsonObject, fitting: Fitting): void {
  const { path } = fitting
  const depth = path.length
  for (const field of structured) {
    const value = getOwn(object, field.name)
    if (value === null || value === undefined) continue
    path[depth] = field.name
    const fit = fitValue(field, value, field.lists, fitting)
    if (fit === null) setOwn(object, field.name, null)
  }
  path.length = depth
}

/** The error for a part that does not fit its type. */
export const invalidAt = (path: Path): GraphQLFormattedError => ({
  ...new SubgraphFailure('SUBGRAPH_INVALID_RESPONSE', 'A part of the answer could not be read.').formatted,
  path,
})

/**
 * Makes data of a subgraph what merging and shaping rely on, in place: a list where a list is due, an object where an
 * object is, with a name for its type if any. What is not becomes null, and its path is reported; nothing else suffers.
 * Leaves are not looked at, except that they are in lists where they should be.
 */
export function fitData(shape: ObjectShape, data: JsonObject): readonly Path[] {
  if (fits(shape, data)) return []
  const fitting: Fitting = { path: [], misfits: [] }
  fitFields(shape, data, fitting)
  return fitting.misfits
}
