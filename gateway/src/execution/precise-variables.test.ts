import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, aWorld, type World } from '../../testing/gateway-fixture.ts'

const BIG = '9007199254740993'
const DIGITS = '0.1000000000000000055511151231257827'

const subgraphs = [
  {
    name: 'a',
    sdl: 'scalar Long type Query { me(no: Long, real: Float, whole: Int): U } type U @key(fields: "id") { id: ID! }',
    resolvers: { Query: { me: () => ({ id: '1' }) } },
  },
  {
    name: 'b',
    sdl: 'scalar Long type U @key(fields: "id") { id: ID! sum(of: [Long]): Int }',
    resolvers: { U: { __resolveReference: ({ id }: { id: string }) => ({ id, sum: 1 }) } },
  },
]

describe.each(['all', 'none'] as const)('compiled: %s', (compiled) => {
  let world: World
  beforeAll(async () => {
    world = await aWorld(subgraphs, { compiled: () => compiled })
  })
  afterAll(() => world.close())

  const askText = (query: string, variables: string) =>
    ask(world.url, `{"query":${JSON.stringify(query)},"variables":${variables}}`)
  const sent = (name: string) => world.subgraphs[name]?.received.at(-1)?.text

  it('a number in the variables reaches a subgraph with all its digits', async () => {
    const { body } = await askText('query ($n: Long) { me(no: $n) { id } }', `{"n":${BIG}}`)
    expect(body).toEqual({ data: { me: { id: '1' } } })
    expect(sent('a')).toContain(`{"n":${BIG}}`)
  })

  it('within a list, to a subgraph that adds to an entity', async () => {
    const { body } = await askText('query ($n: [Long]) { me { sum(of: $n) } }', `{"n":[${BIG},-${BIG}]}`)
    expect(body).toEqual({ data: { me: { sum: 1 } } })
    expect(sent('b')).toContain(`"n":[${BIG},-${BIG}]`)
  })

  it('a Float is a Float however many digits it has', async () => {
    const { body } = await askText('query ($n: Float) { me(real: $n) { id } }', `{"n":${DIGITS}}`)
    expect(body).toEqual({ data: { me: { id: '1' } } })
  })

  it('an Int that is none is refused', async () => {
    const { body } = await askText('query ($n: Int) { me(whole: $n) { id } }', `{"n":${BIG}}`)
    expect(body.errors?.map(({ extensions }) => extensions['code'])).toEqual(['BAD_USER_INPUT'])
  })
})
