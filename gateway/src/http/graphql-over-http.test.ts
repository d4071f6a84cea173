import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, aWorld, type Reply, type World } from '../../testing/gateway-fixture.ts'
import { library } from '../../testing/library.ts'

let world: World
beforeAll(async () => {
  world = await aWorld(library, {
    limits: { maxTokens: 200, maxDepth: 5, maxAliases: 3, maxFields: 30, maxRepeats: 1 },
    maxBodyBytes: 4000,
  })
})
afterAll(() => world.close())

const codes = ({ body }: { body: { errors?: { extensions: Record<string, unknown> }[] } }) =>
  body.errors?.map(({ extensions }) => extensions['code'])
const QUERY = { query: '{ book(id: 1) { title } }' }
const DATA = { data: { book: { title: 'Peer Gynt' } } }
const accepting = (accept: string) => ({ headers: { accept } })

describe('media types', () => {
  it.each([
    ['*/*', 'application/json; charset=utf-8'],
    ['application/json', 'application/json; charset=utf-8'],
    ['application/graphql-response+json', 'application/graphql-response+json; charset=utf-8'],
    ['application/graphql-response+json;q=0.5, application/json', 'application/json; charset=utf-8'],
    [
      'application/json;q=0.9, application/graphql-response+json',
      'application/graphql-response+json; charset=utf-8',
    ],
  ])('%s', async (accept, type) => {
    const { status, headers, body } = await ask(world.url, QUERY, accepting(accept))
    expect([status, headers.get('content-type'), headers.get('cache-control'), body]).toEqual([
      200,
      type,
      'no-store',
      DATA,
    ])
  })

  it('refuses to answer what it cannot write', async () => {
    const reply = await ask(world.url, QUERY, accepting('text/html'))
    expect([reply.status, codes(reply)]).toEqual([406, ['NOT_ACCEPTABLE']])
  })

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=latin1',
  ])('refuses a body of %s, which a form of another site could send', async (type) => {
    const reply = await ask(world.url, QUERY, { headers: { 'content-type': type } })
    expect([reply.status, codes(reply)]).toEqual([415, ['UNSUPPORTED_MEDIA_TYPE']])
  })
})

const ENDLESS = '['.repeat(700) + ']'.repeat(700)

describe('requests that are none', () => {
  it.each([
    ['no JSON', '{"query":'],
    ['a list', [QUERY]],
    ['no query', {}],
    ['a query that is no text', { query: 1 }],
    ['variables that nest without end', `{"query":"{ books { id } }","variables":{"n":${ENDLESS}}}`],
    ['variables that are no object', { ...QUERY, variables: [1] }],
    ['a name that is no text', { ...QUERY, operationName: 7 }],
    ['extensions that are no object', { ...QUERY, extensions: 'x' }],
  ])('%s', async (_name, body) => {
    const reply = await ask(world.url, body)
    expect([reply.status, codes(reply)]).toEqual([400, ['BAD_REQUEST']])
  })

  it('a method that is neither GET nor POST', async () => {
    const reply = await fetch(world.url, { method: 'PUT', body: JSON.stringify(QUERY) })
    expect([reply.status, reply.headers.get('allow')]).toEqual([405, 'GET, POST'])
  })

  it('a body over the limit', async () => {
    const reply = await ask(world.url, { query: `{ books { id } } #${'x'.repeat(5000)}` })
    expect([reply.status, codes(reply)]).toEqual([413, ['BODY_TOO_LARGE']])
  })
})

describe('by GET', () => {
  const get = async (parameters: Record<string, string> | [string, string][]) => {
    const reply = await fetch(`${world.url}?${new URLSearchParams(parameters)}`)
    return {
      status: reply.status,
      allow: reply.headers.get('allow'),
      body: (await reply.json()) as Reply['body'],
    }
  }

  it('reads', async () => {
    const query = 'query A { authors { id } } query B($id: ID!) { book(id: $id) { title } }'
    const reply = await get({ query, operationName: 'B', variables: '{"id":1}' })
    expect([reply.status, reply.body]).toEqual([200, DATA])
  })

  it('writes nothing', async () => {
    const query = 'mutation { count }'
    const { data: before } = (await world.ask(query)).body as { data: { count: number } }
    const reply = await get({ query })
    expect([reply.status, reply.allow, codes(reply)]).toEqual([405, 'POST', ['BAD_REQUEST']])
    expect((await world.ask(query)).body).toEqual({ data: { count: before.count + 1 } })
  })

  it.each<[string, [string, string][]]>([
    ['no query', []],
    [
      'a query twice',
      [
        ['query', '{ books { id } }'],
        ['query', '{ authors { id } }'],
      ],
    ],
    [
      'variables that are no JSON',
      [
        ['query', '{ books { id } }'],
        ['variables', '{'],
      ],
    ],
    [
      'variables that nest without end',
      [
        ['query', '{ books { id } }'],
        ['variables', `{"n":${ENDLESS}}`],
      ],
    ],
    [
      'variables that are no object',
      [
        ['query', '{ books { id } }'],
        ['variables', '[1]'],
      ],
    ],
  ])('refuses %s', async (_name, parameters) => {
    const reply = await get(parameters)
    expect([reply.status, codes(reply)]).toEqual([400, ['BAD_REQUEST']])
  })
})

describe('faults in the document: 400, or 200 for who accepts plain JSON alone', () => {
  it.each([
    ['GRAPHQL_PARSE_FAILED', { query: '{ books' }],
    ['GRAPHQL_VALIDATION_FAILED', { query: '{ nowhere }' }],
    ['OPERATION_NOT_FOUND', { query: 'query A { books { id } }', operationName: 'B' }],
    ['OPERATION_NOT_FOUND', { query: 'query A { books { id } } query B { books { id } }' }],
    ['BAD_USER_INPUT', { query: 'query ($n: Int!) { books(first: $n) { id } }', variables: { n: 'x' } }],
    ['DOCUMENT_TOO_DEEP', { query: `{ books(first: ${ENDLESS}) { id } }` }],
    ['DOCUMENT_TOO_DEEP', { query: `{ books(first: ${'{a:'.repeat(400)}`, operationName: 'A' }],
    ['DOCUMENT_TOO_DEEP', { query: '{ authors { works { author { works { author { id } } } } } }' }],
    [
      'DOCUMENT_TOO_RECURSIVE',
      { query: '{ authors { works { ...A } } } fragment A on Book { author { works { id } } }' },
    ],
    ['DOCUMENT_TOO_MANY_ALIASES', { query: '{ a: stats { t: total } b: stats { u: total } }' }],
    ['DOCUMENT_TOO_MANY_TOKENS', { query: `{ books { ${'id '.repeat(300)} } }` }],
    [
      'DOCUMENT_TOO_MANY_FIELDS',
      {
        query:
          '{ books { ...A ...A } } fragment A on Book { ...B ...B ...B } fragment B on Book { id title price weight author { id } }',
      },
    ],
  ])('%s', async (code, body) => {
    const strict = await ask(world.url, body, accepting('application/graphql-response+json'))
    expect([strict.status, codes(strict), 'data' in strict.body]).toEqual([400, [code], false])
    const plain = await ask(world.url, body)
    expect([plain.status, codes(plain)]).toEqual([200, [code]])
  })

  it('a fragment that spreads itself is refused, not followed', async () => {
    const reply = await world.ask('{ books { ...A } } fragment A on Book { ...A }')
    expect(codes(reply)).toEqual(['GRAPHQL_VALIDATION_FAILED'])
  })

  it('introspection is counted as all else, save that it goes through one field again and again', async () => {
    const ofTypes = (depth: number) =>
      `{ __type(name: "Book") { ${'ofType { '.repeat(depth)} name ${'}'.repeat(depth)} } }`
    expect((await world.ask(ofTypes(3))).body.errors).toBeUndefined()
    expect(codes(await world.ask(ofTypes(4)))).toEqual(['DOCUMENT_TOO_DEEP'])
  })
})

describe('the server', () => {
  it('is alive and ready', async () => {
    const states = await Promise.all(['/health', '/ready'].map((path) => fetch(new URL(path, world.url))))
    expect(states.map(({ status }) => status)).toEqual([200, 200])
  })

  it('has nothing elsewhere', async () => {
    expect((await fetch(new URL('/graphql/more', world.url))).status).toBe(404)
  })
})
