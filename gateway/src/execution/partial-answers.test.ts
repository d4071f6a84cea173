import { afterEach, expect, it } from 'vitest'
import { aWorld, type World } from '../../testing/gateway-fixture.ts'
import { library } from '../../testing/library.ts'

let world: World
afterEach(() => world.close())

it('a subgraph that is down costs its own fields alone', async () => {
  world = await aWorld(library)
  await world.subgraphs['shipping']?.close()
  const { status, body } = await world.ask('{ books { title shipping } }')
  expect([status, body]).toEqual([
    200,
    {
      data: {
        books: ['Peer Gynt', 'Sult', 'Victoria'].map((title) => ({ title, shipping: null })),
      },
      errors: [0, 1, 2].map((at) => ({
        message: 'A part of the answer is unavailable.',
        path: ['books', at, 'shipping'],
        extensions: { code: 'SUBGRAPH_UNAVAILABLE' },
      })),
    },
  ])
})

it('a subgraph that is down and alone leaves no data', async () => {
  world = await aWorld(library)
  await world.subgraphs['people']?.close()
  const { body } = await world.ask('{ authors { name } }')
  expect(body).toEqual({
    data: null,
    errors: [
      {
        message: 'A part of the answer is unavailable.',
        path: ['authors'],
        extensions: { code: 'SUBGRAPH_UNAVAILABLE' },
      },
    ],
  })
})

it('a subgraph that takes too long is left', async () => {
  world = await aWorld(library, { subgraphTimeoutMs: 300 })
  const { shipping } = world.subgraphs
  if (shipping) shipping.hold = new Promise(() => undefined)
  const { body } = await world.ask('{ book(id: "1") { title shipping } }')
  expect(body.data).toEqual({ book: { title: 'Peer Gynt', shipping: null } })
  expect(body.errors?.map(({ extensions }) => extensions['code'])).toEqual(['SUBGRAPH_TIMEOUT'])
})

it("a subgraph's code passes with its extensions, in a joined answer and in one handed through", async () => {
  world = await aWorld(library)
  const error = {
    message: 'Not for you',
    path: ['failing'],
    extensions: { code: 'NOT_PERMITTED', hint: 'ask' },
  }
  expect((await world.ask('{ failing }')).body).toEqual({ data: { failing: null }, errors: [error] })
  expect((await world.ask('{ failing authors { born } }')).body.errors).toEqual([error])
})

it('a bug is masked under an id, in a joined answer and in one handed through', async () => {
  world = await aWorld(library)
  for (const query of ['{ strict { must } }', '{ strict { must } authors { born } }']) {
    const { body } = await world.ask(query)
    const [error] = body.errors ?? []
    expect(body.errors).toHaveLength(1)
    expect(error?.message).toBe('Internal server error')
    expect(error?.path).toEqual(['strict'])
    expect(Object.keys(error?.extensions ?? {}).sort()).toEqual(['code', 'correlationId'])
    expect(JSON.stringify(body)).not.toContain('secret cause')
  }
})

it('an entity selected twice is fetched once and is in both places', async () => {
  world = await aWorld(library)
  const { body } = await world.ask('{ authors { id works { author { id born } } } }')
  expect(body.data).toEqual({
    authors: [
      { id: 'a1', works: [{ author: { id: 'a1', born: 1828 } }] },
      { id: 'a2', works: [{ author: { id: 'a2', born: 1859 } }, { author: { id: 'a2', born: 1859 } }] },
    ],
  })
  const sent = world.subgraphs['people']?.received.at(-1)?.variables['representations']
  expect(sent).toEqual([
    { __typename: 'Author', id: 'a1' },
    { __typename: 'Author', id: 'a2' },
  ])
})
