import { writeFile } from 'node:fs/promises'
import { afterEach, expect, it } from 'vitest'
import { aWorld, compose, type World } from '../../testing/gateway-fixture.ts'
import { library } from '../../testing/library.ts'

let world: World
afterEach(() => world.close())

const urls = () => Object.fromEntries(Object.entries(world.subgraphs).map(([name, { url }]) => [name, url]))
const withMotto = () =>
  compose(
    library.map((each) =>
      each.name === 'people' ? { ...each, sdl: `${each.sdl} extend type Query { motto: String }` } : each,
    ),
    urls(),
  )

it('a new supergraph is taken up, and a request under way ends on the one that it began on', async () => {
  world = await aWorld(library)
  const { people } = world.subgraphs
  let release = () => {}
  if (people) people.hold = new Promise<void>((resolve) => (release = resolve))
  const underWay = world.ask('{ authors { works { shipping } } }')
  await expect.poll(() => people?.received.length).toBe(1)
  const before = world.gateway.graphs.current
  // The subgraph that the request asks next is gone from the new graph.
  const smaller = compose(
    library.filter(({ name }) => name !== 'shipping'),
    urls(),
  )
  await writeFile(world.supergraphPath, smaller)
  await expect.poll(() => world.gateway.graphs.current !== before, { timeout: 5000 }).toBe(true)
  release()
  expect((await underWay).body).toEqual({
    data: { authors: [{ works: [{ shipping: 200 }] }, { works: [{ shipping: 250 }, { shipping: 70 }] }] },
  })
  expect((await world.ask('{ shelf { id } }')).body.errors).toMatchObject([
    { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
  ])
})

it('a bad supergraph is not taken up, and a good one after it is', async () => {
  world = await aWorld(library)
  await writeFile(world.supergraphPath, world.supergraph.slice(0, 300))
  await new Promise((resolve) => setTimeout(resolve, 1500))
  expect((await world.ask('{ books { title } }')).body.errors).toBeUndefined()
  const before = world.gateway.graphs.current
  await writeFile(world.supergraphPath, withMotto())
  await expect.poll(() => world.gateway.graphs.current !== before, { timeout: 5000 }).toBe(true)
  expect((await world.ask('{ __type(name: "Query") { fields { name } } }')).body.data).toMatchObject({
    __type: { fields: expect.arrayContaining([{ name: 'motto' }]) as unknown },
  })
})
