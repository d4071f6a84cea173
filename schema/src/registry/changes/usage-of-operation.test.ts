import { buildSchema, parse, validate } from 'graphql'
import { expect, it } from 'vitest'
import { emptyUsage, type Usage } from './usage.ts'
import { usageOfOperation } from './usage-of-operation.ts'

const schema = buildSchema(`
  directive @slow on FIELD
  type Query {
    goal(id: ID, filter: Filter!, levels: [Level!]): Goal
    node: Node
    media: [Media!]
    raw(json: Json): Int
  }
  type Mutation { close(id: ID!): Level }
  interface Node { id: ID }
  interface Named { name: String }
  type Goal implements Node & Named { id: ID name: String level: Level }
  union Media = Goal
  enum Level { LOW HIGH }
  input Filter { level: Level step: Step text: String }
  input Step { size: Int inner: Step }
  scalar Json
`)

/** The parts that are used, without those of which nothing is. Types of variables by their names. */
function used(text: string) {
  const document = parse(text)
  expect(validate(schema, document)).toEqual([])
  return written(usageOfOperation(schema, document))
}

function written(usage: Usage) {
  const parts = Object.entries(usage) as [string, Set<string> | Usage['given']][]
  const listed = parts.map(([part, held]) => [
    part,
    held instanceof Set
      ? [...held].toSorted()
      : Object.fromEntries(
          [...held].map(([position, how]) => [
            position,
            how.map((each) =>
              each.by === 'literal' ? 'literal' : `${each.type}${each.optional ? ' or none' : ''}`,
            ),
          ]),
        ),
  ])
  return Object.fromEntries(listed.filter(([, held]) => Object.keys(held as object).length > 0)) as object
}

it('nothing is used by nobody', () => expect(written(emptyUsage())).toEqual({}))

it('a selection uses its fields and their types, and leaves out the arguments that it does not give', () => {
  expect(used('mutation Close { close(id: "a") }')).toEqual({
    roots: ['mutation'],
    types: ['Level', 'Mutation'],
    fields: ['Mutation.close'],
    received: ['Level'],
    given: { 'Mutation.close.id': ['literal'] },
  })
  expect(used('{ raw @slow }')).toEqual({
    roots: ['query'],
    types: ['Int', 'Query'],
    fields: ['Query.raw'],
    omitted: ['Query.raw.json'],
    directives: ['slow'],
  })
})

it('what is written out is used as far as it is written', () => {
  expect(used('{ goal(filter: { step: { size: 1 } }, levels: [LOW]) { id } }')).toMatchObject({
    given: {
      'Query.goal.filter': ['literal'],
      'Query.goal.levels': ['literal'],
      'Filter.step': ['literal'],
      'Step.size': ['literal'],
    },
    omitted: ['Filter.level', 'Filter.text', 'Query.goal.id', 'Step.inner'],
    written: ['Filter', 'Step'],
    literals: ['Level.LOW'],
  })
})

it('inside of a scalar of our own nothing is known', () => {
  const usage = used('{ raw(json: { level: LOW }) }')
  expect(usage).toMatchObject({ given: { 'Query.raw.json': ['literal'] } })
  expect(Object.keys(usage)).not.toEqual(expect.arrayContaining(['written']))
  expect(Object.keys(usage)).not.toEqual(expect.arrayContaining(['literals']))
})

it('a variable may hold all of its type, however deep, and may be left out where nothing stands in for it', () => {
  const text =
    'query Q($id: ID, $no: ID = "a", $filter: Filter!) { a: goal(id: $id, filter: $filter) { id } b: goal(id: $no, filter: {}) { id } }'
  expect(used(text)).toMatchObject({
    types: ['Filter', 'Goal', 'ID', 'Query'],
    held: ['Filter', 'ID', 'Int', 'Level', 'Step', 'String'],
    given: { 'Query.goal.id': ['ID or none', 'ID'], 'Query.goal.filter': ['Filter!', 'literal'] },
  })
})

it.each([
  ['by its name', '{ node { ...F } } fragment F on Goal { id }', ['Node Goal'], ['Node']],
  ['in its place', '{ node { ... on Goal { id } } }', ['Node Goal'], ['Node']],
  ['of whatever it is on', '{ node { ... { id } } }', undefined, ['Node']],
  ['of the possible types of both', '{ node { ... on Named { name } } }', ['Node Named'], ['Named', 'Node']],
  ['of an object on what it is', '{ goal(filter: {}) { ... on Named { name } } }', ['Goal Named'], undefined],
  ['on a union', '{ media { ... on Node { id } } }', ['Media Node'], ['Media', 'Node']],
])('a fragment %s', (_name, text, spreads, abstract) => {
  const usage = used(text) as Partial<Record<keyof Usage, string[]>>
  expect([usage.spreads, usage.abstract]).toEqual([spreads, abstract])
  const inner = spreads?.[0]?.split(' ') ?? []
  expect(usage.types).toEqual(expect.arrayContaining(inner))
  expect(usage.types).not.toContain('undefined')
})
