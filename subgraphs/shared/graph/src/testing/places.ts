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
  /** Whether there was an object when it was looked for. */
  readonly found: boolean
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
    return [{ type, path, found: true }]
  })
}

/** How often one type is tried before the way to it that was found first is kept. */
const MOST_TRIES = 12

/** A connection is looked through: it is there also when it is empty. */
const isPassage = (type: GraphQLObjectType) => 'edges' in type.getFields()

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
      steps.push({ type, path, found: from.found && hasOf(data, type.name) })
    }
  }
  return steps
}

/**
 * One place of every object type that queries lead to: one where there is an object, if the sample has any. Breadth
 * first, so the shortest.
 */
export async function findPlaces(sample: Sample): Promise<readonly Place[]> {
  const type = sample.schema.getQueryType()
  if (!type) throw new Error('The schema has no queries')
  const waiting: Place[] = [{ type, path: [], found: true }, ...references(sample)]
  const places = new Map(waiting.map((place) => [place.type.name, place]))
  const tries = new Map<string, number>()
  const isWanted = ({ name }: GraphQLObjectType) => {
    tries.set(name, 1 + (tries.get(name) ?? 0))
    return !places.get(name)?.found && (tries.get(name) ?? 0) <= MOST_TRIES
  }
  for (let from = waiting.shift(); from; from = waiting.shift()) {
    const steps = await stepsFrom(sample, from, (each) => isPassage(each) || isWanted(each))
    for (const place of steps) {
      const had = places.get(place.type.name)
      if (!had || (place.found && !had.found)) places.set(place.type.name, place)
      else if (!isPassage(place.type)) continue
      waiting.push(place)
    }
  }
  return [...places.values()]
}
