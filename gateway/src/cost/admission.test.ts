import { getIntrospectionQuery, parse } from 'graphql'
import { afterEach, describe, expect, it } from 'vitest'
import { planningCost, textCost } from './text-cost.ts'
import { DEFAULT_TURNS } from './turns.ts'
import { ask as send, aWorld, type Reply, type World } from '../../testing/gateway-fixture.ts'
import { library } from '../../testing/library.ts'

let world: World
afterEach(() => world.close())

const accept = { headers: { accept: 'application/graphql-response+json' } }
const TOO_MANY = { status: 429, retryAfter: '33', extensions: { code: 'TOO_MANY_REQUESTS' } }
/** Lists here say no size, so each is ten: 10 for the root, and 10 × (a book and its author). */
const BOOKS = 'query Books { books { title author { name } } }'
const first = ({ status, headers, body }: Reply) => ({
  ...{ status, retryAfter: headers.get('retry-after') },
  extensions: body.errors?.[0]?.extensions,
})

describe('an operation that costs too much is refused by either executor, with what it costs and what is allowed', () => {
  it.each(['all', 'none'] as const)('compiled: %s', async (compiled) => {
    world = await aWorld(library, { compiled: () => compiled, limits: { maxCost: 29 } })
    expect(first(await world.ask(BOOKS, {}, accept))).toEqual({
      ...{ status: 400, retryAfter: null },
      extensions: { code: 'QUERY_TOO_COSTLY', cost: 30, allowed: 29 },
    })
    expect((await world.ask('{ books { title } }')).body).toHaveProperty('data.books.0.title')
    expect(first(await world.ask('mutation { a: count b: count c: count }', {}, accept))).toMatchObject({
      extensions: { code: 'QUERY_TOO_COSTLY', cost: 30 },
    })
    expect(Object.values(world.subgraphs).flatMap(({ received }) => received)).toHaveLength(1)
  })

  it('introspection is counted: by its size, and by aliases and depth as all else', async () => {
    world = await aWorld(library, { limits: { maxCost: 1_000 } })
    expect((await world.ask(getIntrospectionQuery())).body).toHaveProperty('data.__schema.types')
    const turns = Array.from({ length: 90 }, (_, at) => `a${at}: __schema { types { name fields { name } } }`)
    expect(first(await world.ask(`{ ${turns.join(' ')} }`, {}, accept))).toMatchObject({
      extensions: { code: 'QUERY_TOO_COSTLY' },
    })
    const deep = `{ __type(name: "Book") { ${'ofType { '.repeat(25)} name ${'}'.repeat(25)} } }`
    expect(first(await world.ask(deep, {}, accept))).toMatchObject({
      extensions: { code: 'DOCUMENT_TOO_DEEP' },
    })
    const named = `{ __schema { types { ${Array.from({ length: 120 }, (_, at) => `n${at}: name`).join(' ')} } } }`
    expect(first(await world.ask(named, {}, accept))).toMatchObject({
      extensions: { code: 'DOCUMENT_TOO_MANY_ALIASES' },
    })
  })
})

describe('one person’s operations come in turn', () => {
  it('a refusal for too much in a time says when to retry, and registered operations still run', async () => {
    // A text of so few characters costs 268, once, and its operation 30, each time.
    const turns = { ...DEFAULT_TURNS, burst: 330, perSecond: 10, uncounted: 0, waitMs: 50 }
    world = await aWorld(library, { turns, registered: () => [parse(BOOKS)] })
    const ask = async () => first(await world.ask('{ books { title author { name } } }', {}, accept))
    expect([(await ask()).status, (await ask()).status]).toEqual([200, 200])
    expect(await ask()).toEqual(TOO_MANY)
    expect((await world.ask(BOOKS)).body).toHaveProperty('data.books.0.title')
  })

  it('a text that is not registered costs no less than its fields, each time it is sent', async () => {
    const large = `{ book(id: "1") { ${'title '.repeat(300)} } }`
    const turns = { ...DEFAULT_TURNS, burst: textCost(large) + 2 * 301, perSecond: 1, waitMs: 50 }
    world = await aWorld(library, { turns, registered: () => [parse(`query R ${large}`)] })
    const statuses = []
    for (let turn = 0; turn < 3; turn++) statuses.push((await world.ask(large, {}, accept)).status)
    expect(statuses).toEqual([200, 200, 429])
    expect((await world.ask(`query R ${large}`)).body).toHaveProperty('data.book.title')
  })

  it('so are its operations, and the ways that their conditions turn out: each once', async () => {
    const fields = 'title author @include(if: $a) { name } id @skip(if: $b) }'
    const operation = (name: string) =>
      `query ${name}($a: Boolean!, $b: Boolean = true) { book(id: "1") { ${fields} }`
    const text = `${operation('A')} ${operation('B')}`
    const ways = [[true], [false], [true, false], [false, false]].map(([a, b]) => ({
      a,
      ...(b === false && { b }),
    }))
    const turns = { ...DEFAULT_TURNS, burst: textCost(text) + 3 * planningCost(5), perSecond: 1, waitMs: 50 }
    world = await aWorld(library, { turns })
    const ask = async (operationName: string, variables: object) =>
      (await send(world.url, { query: text, operationName, variables }, accept)).status
    for (const each of [...ways, ...ways, { a: true, b: true }]) expect(await ask('A', each)).toBe(200)
    expect(await ask('B', { a: true })).toBe(429)
  })

  it('a text that costs more than ever may is refused with what it costs, and that is paid for', async () => {
    world = await aWorld(library, { turns: { ...DEFAULT_TURNS, burst: 400, perSecond: 1, waitMs: 50 } })
    const long = `{ books { title } } #${'x'.repeat(379)}`
    expect(first(await world.ask(long, {}, accept))).toEqual({
      ...{ status: 400, retryAfter: null },
      extensions: { code: 'QUERY_TOO_COSTLY', cost: 450, allowed: 400 },
    })
    expect(first(await world.ask(long, {}, accept))).toEqual({ ...TOO_MANY, retryAfter: '400' })
  })

  it.each([
    ['is valid', (at: number) => `query Q${at} { books(first: 0) { title } }`],
    ['is not valid', () => '{ books { nothing } }'],
    ['is too large', () => `{ ${'books { title } '.repeat(2_000)} }`],
    ['is nested too deeply', () => `{ books ${'('.repeat(3_000)} }`],
    ['is no document', () => '{ books {'],
  ])('a text is paid for by its length before it is read, also one that %s', async (_, text) => {
    world = await aWorld(library, { turns: { ...DEFAULT_TURNS, burst: 300, perSecond: 1, waitMs: 50 } })
    expect((await world.ask(text(0), {}, accept)).status).not.toBe(429)
    expect(first(await world.ask(text(1), {}, accept))).toEqual({ ...TOO_MANY, retryAfter: '300' })
  })

  it('a layout of what is registered is that, and costs nothing; anything more is a text like others', async () => {
    const turns = { ...DEFAULT_TURNS, burst: 300, perSecond: 1, waitMs: 50 }
    world = await aWorld(library, { turns, registered: () => [parse(BOOKS)] })
    const layouts = ['', ' ', '\n', '# a comment\n'].map((each) => each + BOOKS)
    const cached = 'query Books { books { title author { name __typename } __typename } }'
    for (const text of [...layouts, cached]) expect((await world.ask(text)).status).toBe(200)
    const more = 'query Books { books { title author { name __typename } } }'
    expect((await world.ask(more)).status).toBe(200)
    expect(first(await world.ask(` ${more}`, {}, accept)).status).toBe(429)
  })

  it('a layout that is twice as long as what is registered is a text like others, each time', async () => {
    const long = `${BOOKS}${' '.repeat(500)}`
    const turns = { ...DEFAULT_TURNS, burst: textCost(long), perSecond: 1, waitMs: 50 }
    world = await aWorld(library, { turns, registered: () => [parse(BOOKS)] })
    const ask = async (text: string) => (await world.ask(text, {}, accept)).status
    expect([await ask(BOOKS), await ask(long), await ask(long), await ask(` ${BOOKS}`)]).toEqual([
      ...[200, 200, 429, 200],
    ])
  })

  const SOME = 'query Some($n: Int!) { books(first: $n) { title } }'
  it('variables that are not declared are paid for by their length, also with what is registered', async () => {
    const turns = { ...DEFAULT_TURNS, burst: 500, perSecond: 1, waitMs: 50 }
    world = await aWorld(library, { turns, registered: () => [parse(SOME)] })
    const ask = async (length: number) =>
      first(await world.ask(SOME, { n: 1, x: 'x'.repeat(length) }, accept))
    for (let turn = 0; turn < 5; turn++) expect((await ask(150)).status).toBe(200)
    const cost = 0.5 * (2_000 + '["x",""]'.length - 200)
    expect((await ask(2_000)).extensions).toEqual({ code: 'QUERY_TOO_COSTLY', cost, allowed: 500 })
    expect((await ask(600)).status).toBe(200)
    expect(await ask(600)).toEqual({ ...TOO_MANY, retryAfter: '500' })
    expect((await ask(0)).status).toBe(200)
  })

  it.each([
    ['its input', 'BAD_USER_INPUT', { query: SOME }],
    ['its name', 'OPERATION_NOT_FOUND', { query: SOME, operationName: 'Another' }],
    ['its cost', 'QUERY_TOO_COSTLY', { query: SOME, variables: { n: 1 } }],
  ])('what is refused for %s is paid for, also when it is registered', async (_, code, body) => {
    const turns = { ...DEFAULT_TURNS, burst: 500, perSecond: 1, waitMs: 50 }
    const limits = code === 'QUERY_TOO_COSTLY' ? { maxCost: 1 } : {}
    world = await aWorld(library, { turns, limits, registered: () => [parse(SOME)] })
    const codes = []
    for (let turn = 0; turn < 3; turn++)
      codes.push(first(await send(world.url, body, accept)).extensions?.['code'])
    expect(codes).toEqual([code, code, 'TOO_MANY_REQUESTS'])
  })

  it('so many at once; every answer, also a refusal, lets the next in', async () => {
    world = await aWorld(library, { turns: { ...DEFAULT_TURNS, atOnce: 2, burst: 1e6, waiting: 1_000 } })
    const texts = [
      '{ books { title } }',
      '{ failing }',
      '{ echo(input: 5) }',
      'query ($n: Int!) { books(first: $n) { id } }',
    ]
    const all = await Promise.all(Array.from({ length: 60 }, (_, at) => world.ask(texts[at % 4] ?? '')))
    expect(all.map(({ status }) => status).filter((status) => status !== 200)).toEqual([])
  })
})
