/** The walkers of commands, references and searches: in a graph that guards nothing, each reports what it is there to find. */
import { ApolloServer } from '@apollo/server'
import { buildSchema, type GraphQLField, type GraphQLFieldResolver } from 'graphql'
import pg from 'pg'
import { expect, test } from 'vitest'
import { aPerson } from './a-person.ts'
import { withoutDatabase } from './away.ts'
import { eachCleaned } from './cleaned.ts'
import { eachByMachine } from './machine.ts'
import { badReferences } from './references.ts'
import type { Sample } from './sample.ts'
import { unpricedSearches } from './searches.ts'

const schema = buildSchema(`
  type Query { look(id: ID, search: String): Int, _entities(representations: [_Any!]!): [_Entity]! }
  type Mutation { do(text: String): Int }
  type Thing { id: ID }
  union _Entity = Thing
  scalar _Any
`)

const fieldAt = (typeName: 'Query' | 'Mutation', name: string): GraphQLField<unknown, unknown> => {
  const type = typeName === 'Query' ? schema.getQueryType() : schema.getMutationType()
  const field = type?.getFields()[name]
  if (!field) throw new Error(`no field ${name}`)
  return field
}

/** Each text is called by its kind. */
for (const { args } of [fieldAt('Query', 'look'), fieldAt('Mutation', 'do')])
  for (const arg of args) arg.extensions = { text: arg.name }

/** Takes what went wrong for something else. */
const read: GraphQLFieldResolver<unknown, unknown> = async () => {
  await new pg.Pool().connect().catch(() => {
    throw new TypeError('nothing there')
  })
}
fieldAt('Query', 'look').resolve = read
fieldAt('Query', '_entities').resolve = (_root, { representations }) => representations as unknown[]
Object.assign(schema.getType('Thing') ?? {}, {
  extensions: { apollo: { subgraph: { resolveReference: () => null } } },
})

const actor = aPerson('0190a1b2-0000-7000-8000-00000000000a')
const sample: Sample = { schema, actor, now: new Date('2026-11-22T12:00:00Z'), known: {} }

test('a text that comes as it was sent is reported', () => {
  expect(eachCleaned(sample).faults).toEqual([
    'Query.look: id: "0190A1B2-0000-7000-8000-00000000000A"',
    'Query.look: search: "Ada\\u0000 S"',
    'Mutation.do: text: "Gjort\\u0000 h\\ud83d"',
  ])
})

test('a search without a price is reported', () => {
  expect(unpricedSearches(schema)).toEqual(['Query.look(search)'])
})

test('a command that a machine gives is reported', async () => {
  const { faults } = await eachByMachine(sample, new ApolloServer({ schema }))
  expect(faults).toEqual(['machine: do: was executed', 'gateway: do: was executed'])
})

test('a reference by a key that is nothing, and finds something, is reported', async () => {
  expect(await badReferences(schema, actor)).toEqual(['Thing: found'])
})

test('what is a bug while the database is away is reported', async () => {
  expect(await withoutDatabase(sample)).toEqual({ queried: 2, codes: ['INTERNAL_SERVER_ERROR'] })
})
