/** Variables that may be null in places that may not, which GraphQL allows where either has a default. */
import { DirectiveLocation, getNullableType, isNonNullType } from 'graphql'
import { selectionOf, type Case, type Root } from './case.ts'
import { called, within, type Field } from './places.ts'
import { positionsOf, type Position } from './positions.ts'
import { filled, plausible } from './plausible.ts'
import { HOLE, printValue } from './print-value.ts'
import type { Sample } from './sample.ts'

const NULL = { args: { hole: null }, is: 'null by a variable' }

/** How such a variable is declared: the place has a default, or the variable has. */
function declared(sample: Sample, { name, type, defaultValue }: Position['input']): string {
  const nullable = getNullableType(type)
  if (defaultValue !== undefined) return `$hole: ${String(nullable)}`
  const own = printValue(plausible(sample, '', { name, type }), type)
  return `$hole: ${String(nullable)} = ${own}`
}

/** Null at every argument and input field of a field, and every item, that may not be null. */
export function nullsOf(sample: Sample, root: Root, field: Field): readonly Case[] {
  return positionsOf(sample, root.type.name, field)
    .filter(({ input }) => isNonNullType(input.type))
    .map(({ at, input, with: put }) => {
      const asked = within(root.path, `${called(field, put(HOLE))} ${selectionOf(field)}`)
      const document = `${root.operation} (${declared(sample, input)}) ${asked}`
      return { root, field, ...NULL, is: `${at} is ${NULL.is}`, document, refusedFor: at }
    })
}

/** Null for every argument, that may not be null, of the directives around a query: `if` of both. */
export function nullConditions(sample: Sample, root: Root, field: Field): readonly Case[] {
  if (root.operation !== 'query' || root.path.length > 0) return []
  const asked = called(field, filled(sample, `${root.type.name}.${field.name}`, field.args))
  return sample.schema.getDirectives().flatMap(({ name, args, locations }) => {
    if (!locations.includes(DirectiveLocation.FIELD)) return []
    return args
      .filter(({ type }) => isNonNullType(type))
      .map((input) => {
        const under = `${asked} @${name}(${input.name}: $hole) ${selectionOf(field)}`
        const document = `query (${declared(sample, input)}) { ${under} }`
        return { root, field, ...NULL, is: `@${name} is ${NULL.is}`, document, refusedFor: input.name }
      })
  })
}
