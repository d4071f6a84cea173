/** Selects every field of every object by itself: what it needs, it has to ask for itself. */
import { getNamedType, isAbstractType, isCompositeType, isObjectType, type GraphQLObjectType } from 'graphql'
import { isBug } from '../errors.ts'
import { ask } from './ask.ts'
import { called, findPlaces, within, type Field } from './places.ts'
import { filled } from './plausible.ts'
import type { Sample } from './sample.ts'
import type { Walked } from './walked.ts'

/** What only leads to rows: what matters is which field of the row is alone. */
const STRUCTURE = new Set(['edges', 'node'])

const fieldsOf = (type: GraphQLObjectType): readonly Field[] =>
  Object.values(type.getFields()).filter(({ name }) => !name.startsWith('_'))

/** Each way to select one thing alone of a field: itself, and of an object each of its fields, `depth` objects down. */
function selections(sample: Sample, owner: string, field: Field, depth: number): readonly string[] {
  const call = called(field, filled(sample, `${owner}.${field.name}`, field.args))
  const type = getNamedType(field.type)
  if (!isCompositeType(type)) return [call]
  const itself = [`${call} { __typename }`]
  if (depth === 0) return itself
  const types = isAbstractType(type) ? sample.schema.getPossibleTypes(type) : [type].filter(isObjectType)
  const inner = types.flatMap((each) =>
    fieldsOf(each).flatMap((below) => {
      const rest = STRUCTURE.has(below.name) ? depth : depth - 1
      const selected = selections(sample, each.name, below, rest)
      return isAbstractType(type) ? selected.map((one) => `... on ${each.name} { ${one} }`) : selected
    }),
  )
  return [...itself, ...inner.map((one) => `${call} { ${one} }`)]
}

/** Every field alone, of every object that the sample has, and one object further. */
export async function eachAlone(sample: Sample): Promise<Walked & { readonly missing: readonly string[] }> {
  const { schema, actor, now } = sample
  const places = await findPlaces(sample)
  const faults: string[] = []
  let cases = 0
  for (const { type, path } of places.filter(({ found }) => found > 0)) {
    for (const field of fieldsOf(type)) {
      for (const selection of selections(sample, type.name, field, 1)) {
        cases++
        const { errors = [] } = await ask(schema, { actor, now, query: within(path, selection) })
        const bug = errors.find(isBug)
        if (bug) faults.push(`${type.name} { ${selection} }: ${bug.message.trim().split('\n').at(-1)}`)
      }
    }
  }
  return { cases, faults, missing: places.filter(({ found }) => found === 0).map(({ type }) => type.name) }
}
