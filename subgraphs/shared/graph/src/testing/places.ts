/** Where in a graph each type is found: by walking it from its roots, by fields that answer. */
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql'
import { ask } from './ask.ts'
import { filled } from './plausible.ts'
import { printValue } from './print-value.ts'
import type { Sample } from './sample.ts'

export type Field = GraphQLField<unknown, unknown>

/** A way to objects of a type: the selections that lead there, from the root. */
export interface Place {
  readonly type: GraphQLObjectType
  readonly path: readonly string[]
  /** What was there when it was looked for: nothing, one object, or a row of a list, which may hold many. */
  readonly found: 0 | 1 | 2
}

/** A selection of a field with its arguments as literals. */
export function called({ name, args }: Field, values: Readonly<Record<string, unknown>>): string {
  const given = args.filter((arg) => values[arg.name] !== undefined)
  if (given.length === 0) return name
  return `${name}(${given.map((arg) => `${arg.name}: ${printValue(values[arg.name], arg.type)}`).join(', ')})`
}

/** `{ a { b { inner } } }` */
export const within = (path: readonly string[], inner: string): string =>
  `{ ${[...path, inner].join(' { ')} ${'} '.repeat(path.length)}}`

/** Whether an object of the type was answered. */
function hasOf(data: unknown, typeName: string): boolean {
  if (Array.isArray(data)) return data.some((each) => hasOf(each, typeName))
  if (typeof data !== 'object' || data === null) return data === typeName
  return Object.values(data).some((each) => hasOf(each, typeName))
}

/** The object types that a field may give, each with what narrows it. */
function typesOf(
  { schema }: Sample,
  type: GraphQLOutputType,
): readonly (readonly [GraphQLObjectType, string?])[] {
  const named = getNamedType(type)
  if (isAbstractType(named))
    return schema.getPossibleTypes(named).map((each) => [each, `... on ${each.name}`] as const)
  return isObjectType(named) ? [[named] as const] : []
}

/** A type that is reached by reference: by the key that the sample knows. */
function references({ schema, known }: Sample): readonly Place[] {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType)
  return types.flatMap((type): Place[] => {
    const key = known[type.name]
    if (typeof key !== 'object' || key === null) return []
    const fields = Object.entries({ __typename: type.name, ...key }).map(
      ([name, value]) => `${name}: ${JSON.stringify(value)}`,
    )
    const path = [`_entities(representations: [{ ${fields.join(', ')} }])`, `... on ${type.name}`]
    return [{ type, path, found: 1 }]
  })
}

/** From how many places of a type is looked further: what one object lacks, another has. */
const MOST_PLACES = 4
const LONGEST = 9

/** A connection is looked through: it is there also when it is empty. */
const isPassage = (type: GraphQLObjectType) => 'edges' in type.getFields()

const rankOf = (path: readonly string[]) => (path.includes('edges') ? 2 : 1)

/** The places one field further. */
async function stepsFrom(sample: Sample, from: Place, isWanted: (type: GraphQLObjectType) => boolean) {
  const { schema, actor, now } = sample
  const steps: Place[] = []
  for (const field of Object.values(from.type.getFields())) {
    if (field.name.startsWith('_') || !isCompositeType(getNamedType(field.type))) continue
    const step = called(field, filled(sample, `${from.type.name}.${field.name}`, field.args))
    for (const [type, narrowed] of typesOf(sample, field.type)) {
      if (!isWanted(type)) continue
      const path = [...from.path, step, ...(narrowed ? [narrowed] : [])]
      const { data } = await ask(schema, { actor, now, query: within(path, '__typename') })
      steps.push({ type, path, found: hasOf(data, type.name) ? rankOf(path) : 0 })
    }
  }
  return steps
}

/**
 * One place of every object type that queries lead to: one in a list before one of a single object, so that what only
 * some objects have is found. Breadth first, so the shortest.
 */
export async function findPlaces(sample: Sample): Promise<readonly Place[]> {
  const type = sample.schema.getQueryType()
  if (!type) throw new Error('The schema has no queries')
  const waiting: Place[] = [{ type, path: [], found: 1 }, ...references(sample)]
  const places = new Map(waiting.map((place) => [place.type.name, place]))
  const seen = new Map<string, number>()
  const isWanted = (each: GraphQLObjectType) => isPassage(each) || (seen.get(each.name) ?? 0) < MOST_PLACES
  for (let from = waiting.shift(); from; from = waiting.shift()) {
    for (const place of await stepsFrom(sample, from, isWanted)) {
      const { name } = place.type
      const had = places.get(name)
      if (!had || place.found > had.found) places.set(name, place)
      if (had && place.found === 0) continue
      seen.set(name, 1 + (seen.get(name) ?? 0))
      if (place.path.length <= LONGEST) waiting.push(place)
    }
  }
  return [...places.values()]
}
