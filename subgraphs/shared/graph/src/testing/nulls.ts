/** Variables that may be null in places that may not, which GraphQL allows where either has a default, and in `@oneOf`. */
import { DirectiveLocation, getNullableType, isNonNullType, parse, validate } from 'graphql'
import { selectionOf, type Case, type Root } from './case.ts'
import { called, within, type Field } from './places.ts'
import { positionsOf, type Position } from './positions.ts'
import { filled, plausible } from './plausible.ts'
import { HOLE, printValue } from './print-value.ts'
import type { Sample } from './sample.ts'

const NULL = { args: { hole: null }, is: 'null by a variable' }
const MISSING = { args: {}, is: 'missing by a variable' }

/** How such a variable is declared: the place has a default, or the variable has. */
function declared(sample: Sample, { name, type, defaultValue }: Position['input']): string {
  const nullable = getNullableType(type)
  if (defaultValue !== undefined) return `$hole: ${String(nullable)}`
  const own = printValue(plausible(sample, '', { name, type }), type)
  return `$hole: ${String(nullable)} = ${own}`
}

type How = typeof NULL | typeof MISSING

function caseAt(
  { root, field }: Pick<Case, 'root' | 'field'>,
  { at, with: put }: Position,
  how: How,
  hole: string,
): Case {
  const asked = within(root.path, `${called(field, put(HOLE))} ${selectionOf(field)}`)
  const document = `${root.operation} (${hole}) ${asked}`
  return { root, field, ...how, is: `${at} is ${how.is}`, document, refusedFor: at }
}

/** Null at every argument and input field of a field, and every item, that may not be null. */
export function nullsOf(sample: Sample, root: Root, field: Field): readonly Case[] {
  const positions = positionsOf(sample, root.type.name, field)
  const required = positions
    .filter(({ input }) => isNonNullType(input.type))
    .map((each) => caseAt({ root, field }, each, NULL, declared(sample, each.input)))
  const alone = positions
    .filter(({ isOnly }) => isOnly)
    .flatMap((each) => [
      caseAt({ root, field }, each, NULL, declared(sample, each.input)),
      caseAt({ root, field }, each, MISSING, `$hole: ${String(each.input.type)}`),
    ])
  return [...required, ...alone.filter(({ document = '' }) => isValid(sample, document))]
}

/** What validation refuses already is none of these: of `@oneOf` it does where the input itself may be null. */
const isValid = ({ schema }: Sample, document: string) => validate(schema, parse(document)).length === 0

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
