import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema, getNamedType, type GraphQLEnumType, type GraphQLObjectType, isUnionType } from 'graphql'
import { afterEach, describe, expect, it } from 'vitest'
import { baseLocale, locales, overwriteGetLocale } from '#lib/paraglide/runtime.js'
import { refusalOf } from './outcome.ts'
import { instead, outcomeWords, refusalWords, words } from './words.ts'

const file = join(import.meta.dirname, '../../../../schema/api.graphql')
const schema = buildSchema(readFileSync(file, 'utf8'))

/** Whatever may answer a command: members of the unions of all mutations, and of the rows within. */
const members = Object.values(schema.getTypeMap())
  .filter(isUnionType)
  .filter(({ name }) => /(Result|Outcome)$/.test(name))
  .flatMap((union) => union.getTypes().map((member) => ({ union: union.name, member })))
const refusals = new Map(
  members.filter(({ member }) => !isDone(member)).map(({ member }) => [member.name, member]),
)

function isDone({ name }: GraphQLObjectType): boolean {
  return refusalOf({ __typename: name, code: '' }) === undefined
}

const codes = (schema.getType('RefusalCode') as GraphQLEnumType).getValues().map(({ name }) => name)
/** Which of them a refusal has, as its description lists them. */
const codesOf = ({ description }: GraphQLObjectType): string[] =>
  [...(description ?? '').matchAll(/^- ([A-Z_]+)/gm)].map(([, code]) => code ?? '')
const outcomes = [
  ...codes.map((code) => ({ __typename: 'Refusal', code })),
  ...[...refusals.values()].flatMap((member) =>
    codesOf(member).map((code) => ({ __typename: member.name, code })),
  ),
]

afterEach(() => overwriteGetLocale(() => baseLocale))
const inEach = (say: () => string | undefined) =>
  locales.map((locale) => {
    overwriteGetLocale(() => locale)
    return say()
  })

describe('every answer to a command', () => {
  it.each(
    Object.values(schema.getMutationType()?.getFields() ?? {}).map(({ name, type }) => ({ name, type })),
  )('$name says by one member that it was done', ({ type }) => {
    const answer = getNamedType(type)
    const members = isUnionType(answer) ? answer.getTypes() : [answer as GraphQLObjectType]
    expect(members.filter(isDone).length).toBe(1)
    for (const other of members.filter((member) => !isDone(member)))
      expect(other.getInterfaces().map(({ name }) => name)).toContain('Refusal')
  })

  it.each(outcomes)('$__typename $code is refused in words of each language', (outcome) => {
    const texts = inEach(() => outcomeWords(outcome))
    const unknown = inEach(() => refusalWords({ by: '', code: 'NOBODY_KNOWS_IT' }))
    for (const [at, text] of texts.entries()) {
      expect(text).toBeTruthy()
      expect(text).not.toBe(unknown[at]?.replace('NOBODY_KNOWS_IT', outcome.code))
    }
    expect(codes).toContain(outcome.code)
  })

  it('shows an unknown code, so that it can be reported to support', () => {
    expect(refusalWords({ by: 'LearningGoalRefused', code: 'NEW_CODE' })).toContain('NEW_CODE')
  })
})

describe('words of their own', () => {
  const places = Object.keys(instead).map((key) => key.split('.') as [string, string])

  it.each(places)('%s gives %s', (by, code) => {
    const member = refusals.get(by)
    expect(code in words).toBe(true)
    if (by !== 'form') expect(member && codesOf(member)).toContain(code)
  })
})
