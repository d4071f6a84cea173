import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { buildSchema, getVariableValues, Kind, parse, validate, type GraphQLError } from 'graphql'
import { expect, test } from 'vitest'
import { withoutHint } from './hints.ts'

const schema = buildSchema(`
  directive @limited(most: Int) on FIELD
  type Query { book(first: Int, colour: Colour, filter: Filter): Book  any: Readable }
  type Book implements Readable { title: String  price: Int }
  interface Readable { title: String }
  enum Colour { GREEN }
  input Filter { language: String }
`)

/** What graphql-js hints at, each with the file that makes the hint. */
const HINTED: [file: string, document: string, variables?: object][] = [
  ['FieldsOnCorrectTypeRule.js', '{ boook { title } }'],
  ['FieldsOnCorrectTypeRule.js', '{ any { price } }'],
  ['KnownArgumentNamesRule.js', '{ book(frist: 1) { title } }'],
  ['KnownArgumentNamesRule.js', '{ book { title @limited(moost: 1) } }'],
  ['KnownTypeNamesRule.js', '{ book { ... on Boook { title } } }'],
  ['ValuesOfCorrectTypeRule.js', '{ book(filter: { langauge: "no" }) { title } }'],
  ['definition.js', '{ book(colour: GREN) { title } }'],
  ['definition.js', 'query ($c: Colour) { book(colour: $c) { title } }', { c: 'GREN' }],
  ['coerceInputValue.js', 'query ($f: Filter) { book(filter: $f) { title } }', { f: { langauge: 'no' } }],
  ['ScalarLeafsRule.js', '{ book }'],
]
// Words a hint; extends types, which is no request; hints at a double quote, which is no name.
const NAMES_NOTHING = ['didYouMean.js', 'PossibleTypeExtensionsRule.js', 'lexer.js']

function complaints(text: string, variables: object): readonly GraphQLError[] {
  const document = parse(text)
  const [operation] = document.definitions
  const definitions = operation?.kind === Kind.OPERATION_DEFINITION ? operation.variableDefinitions : []
  const invalid = validate(schema, document)
  if (invalid.length > 0) return invalid
  return getVariableValues(schema, definitions ?? [], { ...variables }).errors ?? []
}

test.each(HINTED)('%s: the suggestion for %s is removed', (_, text, variables = {}) => {
  const [complaint] = complaints(text, variables)
  expect(complaint?.message).toMatch(/ Did you mean .+\?$/)
  const shown = withoutHint(complaint?.message ?? '')
  expect(shown).toMatch(/^.+[.]$/)
  expect(shown).not.toContain('Did you mean')
})

test('graphql-js makes hints in no other place', () => {
  const root = dirname(createRequire(import.meta.url).resolve('graphql'))
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  )
  const makers = files.filter((file) => /did ?you ?mean/i.test(readFileSync(join(root, file), 'utf8')))
  const known = new Set([...HINTED.map(([file]) => file), ...NAMES_NOTHING])
  expect(new Set(makers.map((file) => file.split('/').at(-1)))).toEqual(known)
})

test('what a person wrote is left as it is', () => {
  const message = 'Value "Did you mean it? Yes" does not exist in "Colour" enum.'
  expect(withoutHint(message)).toBe(message)
})
