import { getNamedType, isObjectType, isUnionType, type GraphQLUnionType } from 'graphql'
import { describe, expect, it, test } from 'vitest'
import { graph, mutations, places } from './testing/graph.ts'

const types = Object.values(graph.getTypeMap())
const capital = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`

/** What mutations answer with, and each row of one on many: who is done, and who refuses. */
const membersOf = (union: GraphQLUnionType) => {
  const isRefusal = (member: { getInterfaces(): readonly { name: string }[] }) =>
    member.getInterfaces().some(({ name }) => name === 'Refusal')
  return Map.groupBy(union.getTypes(), (member) => (isRefusal(member) ? 'refused' : 'done'))
}

describe('names of a command', () => {
  it.each(mutations)('$name takes its input and gives its result', ({ name, args, type }) => {
    expect(args.map((arg) => `${arg.name}: ${arg.type}`)).toEqual([`input: ${capital(name)}Input!`])
    expect(String(type)).toBe(`${capital(name)}Result`)
  })

  it.each(types.filter(isUnionType).filter(({ name }) => name.endsWith('Result')))(
    '$name is a success of its name, or a refusal',
    (union) => {
      const { done, refused = [] } = Object.fromEntries(membersOf(union))
      expect(done?.map(({ name }) => name)).toEqual([union.name.replace(/Result$/, 'Success')])
      for (const { name } of refused) expect(name).toMatch(/^(\w+Refused|NotFound|StaleVersion)$/)
    },
  )

  it.each(
    types.filter(isObjectType).filter((type) => 'outcome' in type.getFields() && type.name.endsWith('Row')),
  )('$name has the result of its name as its outcome', (row) => {
    expect(String(row.getFields()['outcome']?.type)).toBe(`${row.name.replace(/Row$/, 'Result')}!`)
  })

  test('an outcome is of nothing but a row', () => {
    const unions = new Set(types.filter(isUnionType).map(({ name }) => name))
    const outcomes = places.filter(
      ({ kind, of, name }) => kind === 'field' && unions.has(of) && name === 'outcome',
    )
    for (const { coordinate } of outcomes) expect(coordinate).toMatch(/^\w+Row\.outcome$/)
    expect(outcomes.length).toBeGreaterThan(5)
  })
})

test('a region’s code is one of a closed list in every place', () => {
  const codes = places.filter(({ name }) => /regionCode/i.test(name))
  expect(codes.filter(({ of }) => of !== 'RegionCode').map(({ coordinate }) => coordinate)).toEqual([])
  expect(codes.length).toBeGreaterThan(4)
})

describe('who did something, and when', () => {
  const objects = types.filter(isObjectType)
  const dated = (name: string, of: string) =>
    objects.filter((type) => {
      const field = type.getFields()[name]
      return field && getNamedType(field.type).name === of
    })

  test('is `by` and `at`, both or neither', () => {
    const [by, at] = [dated('by', 'Person'), dated('at', 'DateTime')]
    expect(by.map(({ name }) => name)).toEqual(at.map(({ name }) => name))
    expect(by.length).toBeGreaterThan(15)
  })

  // What has an id lives on, and where more than one thing happens each has its name: `sharedAt` beside `updatedAt`.
  it.each(objects.filter((type) => !('id' in type.getFields())))('$name says it so', (type) => {
    const names = Object.keys(type.getFields())
    const [persons, instants] = [/\wBy$/, /\wAt$/].map((ending) => names.filter((name) => ending.test(name)))
    expect(instants?.length === 1 ? persons : []).toEqual([])
    expect('by' in type.getFields() ? instants : []).toEqual([])
  })
})
