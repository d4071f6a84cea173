import { hash } from 'node:crypto'
import { parse } from 'graphql'
import { afterEach, describe, expect, it } from 'vitest'
import { ask, aWorld, type World } from '../../testing/gateway-fixture.ts'
import { library } from '../../testing/library.ts'

let world: World
afterEach(() => world.close())

const REGISTERED =
  'query Titles($n: Int!) { books(first: $n) { ...Title author { name } } } fragment Title on Book { title }'
const registered = () => [parse(REGISTERED)]
const VARIABLES = { n: 1 }
const DATA = { books: [{ title: 'Peer Gynt', author: { name: 'provided a1' } }] }

/**
 * The executor that sent the last request: Apollo's prints the plan's operation, the compiled one passes the client's
 * text through.
 */
const executor = () =>
  world.subgraphs['catalogue']?.received.at(-1)?.query.includes('...Title') ? 'compiled' : 'own'

describe('what is registered runs compiled, all else on Apollo’s own executor', () => {
  it.each([
    ['as it was registered', REGISTERED],
    [
      'in another layout and order',
      'fragment Title on Book{title}\n\nquery Titles($n:Int!){books(first:$n){...Title author{name}}}',
    ],
  ])('%s: compiled', async (_name, query) => {
    world = await aWorld(library, { compiled: registered })
    expect((await world.ask(query, VARIABLES)).body).toEqual({ data: DATA })
    expect(executor()).toBe('compiled')
  })

  it('with the `__typename`s that a cache adds: compiled', async () => {
    world = await aWorld(library, { compiled: registered })
    const query =
      'query Titles($n: Int!) { books(first: $n) { ...Title author { name __typename } __typename } } fragment Title on Book { title __typename }'
    const { body } = await world.ask(query, VARIABLES)
    expect(body.data).toMatchObject({ books: [{ __typename: 'Book', author: { __typename: 'Author' } }] })
    expect(executor()).toBe('compiled')
  })

  it.each([
    ['another selection', REGISTERED.replace('{ title }', '{ title price }')],
    ['another name', REGISTERED.replace('Titles', 'Other')],
    ['an alias for __typename', REGISTERED.replace('{ title }', '{ title kind: __typename }')],
  ])('%s: Apollo’s own', async (_name, query) => {
    world = await aWorld(library, { compiled: registered })
    const { body } = await world.ask(query, VARIABLES)
    expect(body).toMatchObject({ data: DATA })
    expect(executor()).toBe('own')
  })

  it('the switch turns the compiled one off', async () => {
    world = await aWorld(library, { compiled: () => 'none' })
    expect((await world.ask(REGISTERED, VARIABLES)).body).toEqual({ data: DATA })
    expect(executor()).toBe('own')
  })

  it('one that does not fit the graph is refused, and hinders no other', async () => {
    world = await aWorld(library, { compiled: () => [parse('{ nowhere }'), parse(REGISTERED)] })
    const { body } = await world.ask('{ nowhere }')
    expect(body.errors?.[0]?.extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' })
    expect((await world.ask(REGISTERED, VARIABLES)).body).toEqual({ data: DATA })
  })
})

describe.each(['all', 'none'] as const)('compiled: %s', (compiled) => {
  it('an operation name and a document cannot be taken for another pair', async () => {
    world = await aWorld(library, { compiled: () => compiled })
    const first = (await world.ask('mutation\n{ count }')).body.data as { count: number }
    const { body } = await ask(world.url, { query: '{ count }', operationName: 'mutation' })
    expect(body.errors?.[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED')
    expect((await world.ask('mutation\n{ count }')).body.data).toEqual({ count: first.count + 1 })
  })

  it('a root type that the schema has not is a fault of the document', async () => {
    const queries = library.map(({ resolvers, sdl, ...rest }) => ({
      ...rest,
      sdl: sdl.replace(/type Mutation \{[^}]*\}/, ''),
      resolvers: Object.fromEntries(Object.entries(resolvers).filter(([type]) => type !== 'Mutation')),
    }))
    world = await aWorld(queries, { compiled: () => compiled })
    const reply = await world.ask('mutation { count }')
    expect([reply.status, reply.body.errors?.[0]?.extensions['code']]).toEqual([
      200,
      'GRAPHQL_VALIDATION_FAILED',
    ])
  })

  it('a document may be named by its hash once it has been sent', async () => {
    world = await aWorld(library, { compiled: () => compiled })
    const query = '{ books(first: 1) { id } }'
    const sha256Hash = hash('sha256', query)
    const extensions = { persistedQuery: { version: 1, sha256Hash } }
    expect((await ask(world.url, { extensions })).body.errors?.[0]?.extensions['code']).toBe(
      'PERSISTED_QUERY_NOT_FOUND',
    )
    await ask(world.url, { query, extensions })
    expect((await ask(world.url, { extensions })).body).toEqual({ data: { books: [{ id: '1' }] } })
  })

  it.each([
    ['the hash of another document', { version: 1, sha256Hash: hash('sha256', '{ stats { total } }') }],
    ['another version', { version: 2, sha256Hash: hash('sha256', '{ count }') }],
    ['no hash', { version: 1 }],
    ['a hash that is no text', { version: 1, sha256Hash: { toString: 1 } }],
    ['a hash in a list', { version: 1, sha256Hash: [hash('sha256', '{ count }')] }],
    ['no object', 'x'],
    ['a list', []],
  ])('%s for a document is a bad request', async (_name, persistedQuery) => {
    world = await aWorld(library, { compiled: () => compiled })
    const reply = await ask(world.url, { query: '{ count }', extensions: { persistedQuery } })
    expect(reply.status).toBe(400)
    expect(reply.body.errors?.map(({ extensions }) => extensions['code'])).toEqual(['BAD_REQUEST'])
  })
})

describe.each(['all', 'none'] as const)('nulls without an error, compiled: %s', (compiled) => {
  it('are reported beside the data, under the client’s names alone', async () => {
    const unborn = library.map((each) => ({
      ...each,
      sdl: each.sdl.replace('born: Int', 'born: Int!'),
      ...(each.name === 'people' && {
        respond: () => ({ body: '{"data":{"_entities":[{"__typename":"Author","__c0":null}]}}' }),
      }),
    }))
    world = await aWorld(unborn, { compiled: () => compiled })
    const reply = await world.ask('{ book(id: "1") { author { id: born } } }')
    expect(reply.body).toEqual({
      data: { book: null },
      extensions: {
        valueCompletion: [
          {
            message: expect.stringMatching(/Author\.(id|born)\.$/) as string,
            path: ['book', 'author', 'id'],
          },
        ],
      },
    })
  })
})
