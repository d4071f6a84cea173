import { isJsonObject, setOwn, type JsonObject } from '../json/json.ts'
import { PreciseNumber } from '../json/precise-number.ts'
import type { FieldShape, ObjectShape } from './fetch-shape.ts'

/** Numbers of the built-in types as Apollo's executor needs them, which handles JavaScript's numbers only. */
const SETTLED: Readonly<Record<string, (number: PreciseNumber) => unknown>> = {
  Int: Number,
  Float: Number,
  ID: ({ source }) => source,
}

function settleValue(field: FieldShape, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((element) => settleValue(field, element))
  const { inner, leaf } = field
  if (inner && isJsonObject(value)) settleNumbers(inner, value)
  else if (value instanceof PreciseNumber) return SETTLED[leaf ?? '']?.(value) ?? value
  return value
}

/**
 * Makes plain values of the precise numbers at built-in types, in place, for Apollo's executor: it takes no object for
 * an Int, a Float or an ID. A custom scalar keeps all its digits.
 */
export function settleNumbers({ fields }: ObjectShape, data: JsonObject): void {
  for (const field of fields)
    if (Object.hasOwn(data, field.name)) setOwn(data, field.name, settleValue(field, data[field.name]))
}
