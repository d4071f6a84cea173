import { expect, it } from 'vitest'
import { aWorld } from '../../testing/gateway-fixture.ts'
import { library } from '../../testing/library.ts'

it('stopping lets requests under way end and takes no new ones', async () => {
  const world = await aWorld(library)
  const { catalogue } = world.subgraphs
  let release = () => {}
  if (catalogue) catalogue.hold = new Promise<void>((resolve) => (release = resolve))
  const underWay = world.ask('{ book(id: 1) { title } }')
  await expect.poll(() => catalogue?.received.length).toBe(1)
  const closed = world.gateway.close()
  await expect(fetch(new URL('/health', world.url))).rejects.toThrow()
  release()
  const { status, body } = await underWay
  expect([status, body]).toEqual([200, { data: { book: { title: 'Peer Gynt' } } }])
  await closed
  await world.close()
})

it('a request that never ends is cut when the time to drain is up', async () => {
  const world = await aWorld(library, { drainMs: 200 })
  const { catalogue } = world.subgraphs
  if (catalogue) catalogue.hold = new Promise(() => undefined)
  const underWay = world.ask('{ book(id: 1) { title } }').catch(() => 'cut')
  await expect.poll(() => catalogue?.received.length).toBe(1)
  const closed = world.gateway.http.close()
  expect(await underWay).toBe('cut')
  await closed
  await catalogue?.close()
  await world.close()
})
