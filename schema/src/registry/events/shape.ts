/** What of JSON an event's payload, or a part of it, may be: of JSON Schema what two of them can be compared by. */
export type Shape =
  | { readonly anyOf: readonly Shape[] }
  | { readonly enum: readonly Scalar[] }
  | { readonly type: 'object'; readonly properties: Shapes; readonly required: readonly string[] }
  | { readonly type: 'array'; readonly items: Shape }
  | { readonly type: 'string'; readonly format?: string }
  | { readonly type: 'number' | 'integer'; readonly minimum?: number }
  | { readonly type: 'boolean' | 'null' }

/** Name → shape: of the properties of an object, or of events. */
export type Shapes = Readonly<Record<string, Shape>>
export type Scalar = string | number | boolean | null

type Json = Readonly<Record<string, unknown>>

const KEYWORDS: Readonly<Record<string, readonly string[]>> = {
  object: ['properties', 'required'],
  array: ['items'],
  string: ['format'],
  number: ['minimum'],
  integer: ['minimum'],
  boolean: [],
  null: [],
}

/** They restrict no value: the standard in use, and the value for a missing one. */
const SILENT = ['$schema', 'default']

/** The keywords of a schema, without those that restrict nothing. Throws for one that is not in the list. */
function only(at: string, json: Json, keywords: readonly string[]): Json {
  const given = Object.entries(json).filter(([key]) => !SILENT.includes(key))
  const unknown = given.find(([key]) => !keywords.includes(key))
  if (unknown) throw new Error(`${at}: ${unknown[0]} in an event cannot be compared`)
  return Object.fromEntries(given)
}

export const byName = (a: readonly [string, unknown], b: readonly [string, unknown]): number =>
  a[0] < b[0] ? -1 : 1

const shapesOf = (at: string, properties: Json): Shapes => {
  const named = Object.entries(properties).toSorted(byName)
  return Object.fromEntries(named.map(([name, json]) => [name, shapeOf(`${at}.${name}`, json as Json)]))
}

function typed(at: string, json: Json): Shape {
  const { type, properties, required, items } = json
  const keywords = KEYWORDS[String(type)]
  if (!keywords) throw new Error(`${at}: a part of an event must be of one type that can be compared`)
  const given = only(at, json, ['type', ...keywords])
  if (type === 'object') {
    const names = required as readonly string[]
    return { type, properties: shapesOf(at, properties as Json), required: names.toSorted() }
  }
  if (type === 'array') return { type, items: shapeOf(`${at}[]`, items as Json) }
  return given as unknown as Shape
}

/**
 * The shape of a JSON Schema. Throws, with the path, for a keyword that cannot be compared, so that no change escapes.
 */
export function shapeOf(at: string, json: Json): Shape {
  const choices = json['anyOf'] ?? json['oneOf']
  if (choices) {
    only(at, json, ['anyOf' in json ? 'anyOf' : 'oneOf'])
    return { anyOf: (choices as readonly Json[]).map((choice) => shapeOf(at, choice)) }
  }
  if ('const' in json) {
    only(at, json, ['const', 'type'])
    return { enum: [json['const'] as Scalar] }
  }
  if ('enum' in json) {
    only(at, json, ['enum', 'type'])
    return { enum: json['enum'] as readonly Scalar[] }
  }
  return typed(at, json)
}
