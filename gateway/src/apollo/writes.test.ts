import { parse } from 'graphql'
import { afterEach, describe, expect, it } from 'vitest'
import { aWorld, type World } from '../../testing/gateway-fixture.ts'
import { library } from '../../testing/library.ts'

let world: World
afterEach(() => world.close())

const READ = 'query Titles { books(first: 1) { title } }'

/** Delays the catalogue's answers from now on, until `release`. */
function hold() {
  const { catalogue } = world.subgraphs
  if (!catalogue) throw new Error('there is no catalogue')
  const { promise, resolve } = Promise.withResolvers<void>()
  catalogue.hold = promise
  return { received: catalogue.received, flow: () => (catalogue.hold = Promise.resolve()), release: resolve }
}

describe.each([
  ['the compiled executor', () => 'all' as const],
  ['Apollo’s own', () => [parse(READ)]],
])('a write by %s', (_name, compiled) => {
  it('is not cut short by its client’s leaving', async () => {
    world = await aWorld(library, { compiled })
    const { received, release } = hold()
    const leaving = new AbortController()
    const left = world.ask('mutation { count }', {}, { signal: leaving.signal }).catch(() => 'left')
    await expect.poll(() => received.length).toBe(1)
    leaving.abort()
    expect(await left).toBe('left')
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(received[0]?.left()).toBe(false)
    release()
  })

  it('is seen by who reads after it, also while a read from before it is under way', async () => {
    world = await aWorld(library, { compiled })
    const { received, flow, release } = hold()
    const before = world.ask(READ)
    await expect.poll(() => received.length).toBe(1)
    flow()
    await world.ask('mutation { count }')
    await world.ask(READ)
    expect(received).toHaveLength(3)
    release()
    await before
  })
})
