import { afterEach, describe, expect, it, vi } from 'vitest'
import { cursorOf } from '../../testing/subscriptions/queue-log.ts'
import { aWorld, QUEUE, type World } from '../../testing/subscriptions/world.ts'

describe('B02 a live queue misses nothing', () => {
  let world: World
  afterEach(() => world.end())

  it('delivers what was committed after the position, each with its own cursor', async () => {
    world = await aWorld()
    world.queue.log.emit('a')
    world.queue.log.emit('a')
    const listener = world.tab('kari').listen(QUEUE, { queue: 'a', after: cursorOf(1) })
    await vi.waitFor(() => expect(listener.numbers).toEqual([2]))
    world.queue.log.emit('a')
    await vi.waitFor(() => expect(listener.numbers).toEqual([2, 3]))
    expect(listener.events.map(({ extensions }) => extensions?.cursor)).toEqual([cursorOf(2), cursorOf(3)])
    expect(listener.events[1]).toEqual({
      data: { queueChanged: { number: 3, note: 'for kari' } },
      extensions: { cursor: cursorOf(3) },
    })
  })

  it('takes the position from the document as well as from a variable', async () => {
    world = await aWorld()
    world.queue.log.emit('a')
    world.queue.log.emit('a')
    const document = `subscription { queueChanged(queue: "a", after: "${cursorOf(1)}") { number } }`
    const listener = world.tab('kari').listen(document)
    await vi.waitFor(() => expect(listener.numbers).toEqual([2]))
  })

  it('resumes after its newest cursor when the upstream was away', async () => {
    world = await aWorld()
    const listener = world.tab('kari').listen(QUEUE, { queue: 'a', after: cursorOf(0) })
    world.queue.log.emit('a')
    await vi.waitFor(() => expect(listener.numbers).toEqual([1]))
    await world.queue.stop()
    for (let count = 0; count < 3; count++) world.queue.log.emit('a')
    await world.queue.start()
    world.queue.log.emit('a')
    await vi.waitFor(() => expect(listener.numbers).toEqual([1, 2, 3, 4, 5]), 3_000)
    expect(world.queue.subscriptions.map(({ variables }) => variables?.['__gatewayAfter'])).toEqual([
      cursorOf(0),
      cursorOf(1),
    ])
    expect(world.subscriptions.stats.resumed).toBe(1)
  })

  it('survives a socket that breaks again and again while events come', async () => {
    world = await aWorld()
    const listener = world.tab('kari').listen(QUEUE, { queue: 'a', after: cursorOf(0) })
    for (let count = 0; count < 200; count++) {
      world.queue.log.emit('a')
      if (count % 20 === 10) world.queue.drop()
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
    const all = Array.from({ length: 200 }, (_, index) => index + 1)
    await vi.waitFor(() => expect(listener.numbers).toEqual(all), 5_000)
  })

  it('resumes with what it has when the subgraph ends a queue normally', async () => {
    world = await aWorld()
    const listener = world.tab('kari').listen(QUEUE, { queue: 'a', after: cursorOf(0) })
    world.queue.log.emit('a')
    await vi.waitFor(() => expect(listener.numbers).toEqual([1]))
    world.queue.log.endAll()
    world.queue.log.emit('a')
    await vi.waitFor(() => expect(listener.numbers).toEqual([1, 2]))
    expect(listener.completed).toBe(false)
  })

  it('drops an event that comes twice', async () => {
    world = await aWorld()
    const listener = world.tab('kari').listen(QUEUE, { queue: 'a', after: cursorOf(0) })
    world.queue.log.emit('a')
    await vi.waitFor(() => expect(listener.numbers).toEqual([1]))
    world.queue.log.repeatLast()
    world.queue.log.emit('a')
    await vi.waitFor(() => expect(listener.numbers).toEqual([1, 3]))
    expect(world.subscriptions.stats.duplicates).toBe(1)
  })

  it('asks for a resync when the upstream breaks before any position is known', async () => {
    world = await aWorld()
    const listener = world.tab('kari').listen(QUEUE, { queue: 'a' })
    await vi.waitFor(() => expect(world.queue.subscriptions).toHaveLength(1))
    world.queue.drop()
    await vi.waitFor(() => expect(listener.code).toBe('SUBSCRIPTION_RESYNC'))
  })

  it('resumes without a position of the client once an event has given one', async () => {
    world = await aWorld()
    const listener = world.tab('kari').listen(QUEUE, { queue: 'a' })
    await vi.waitFor(() => expect(world.queue.log.listeners).toBe(1))
    world.queue.log.emit('a')
    await vi.waitFor(() => expect(listener.numbers).toEqual([1]))
    world.queue.drop()
    world.queue.log.emit('a')
    await vi.waitFor(() => expect(listener.numbers).toEqual([1, 2]))
  })

  it('resumes a quiet queue from the position that the subgraph has named', async () => {
    world = await aWorld()
    world.queue.log.emit('b')
    const listener = world.tab('kari').listen(QUEUE, { queue: 'a' })
    await vi.waitFor(() => expect(world.queue.log.listeners).toBe(1))
    world.queue.log.emit('position')
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(listener.events).toEqual([])
    world.queue.drop()
    world.queue.log.emit('a')
    await vi.waitFor(() => expect(listener.numbers).toEqual([3]))
    expect(world.queue.subscriptions[1]?.variables).toMatchObject({ __gatewayAfter: cursorOf(2) })
  })

  it('passes SUBSCRIPTION_RESYNC of the subgraph on as it is', async () => {
    world = await aWorld()
    world.queue.log.oldest = 5
    const listener = world.tab('kari').listen(QUEUE, { queue: 'a', after: cursorOf(1) })
    await vi.waitFor(() => expect(listener.code).toBe('SUBSCRIPTION_RESYNC'))
    expect(listener.errors?.[0]?.message).toBe('too old')
    expect(listener.completed).toBe(false)
  })

  it('says SUBSCRIPTION_UPSTREAM_LOST, never a normal end, when the subgraph stays away', async () => {
    world = await aWorld({ timing: { giveUpAfterMs: 100 } })
    const listener = world.tab('kari').listen(QUEUE, { queue: 'a', after: cursorOf(0) })
    await vi.waitFor(() => expect(world.queue.log.listeners).toBe(1))
    await world.queue.stop()
    await vi.waitFor(() => expect(listener.code).toBe('SUBSCRIPTION_UPSTREAM_LOST'), 3_000)
    expect(listener.completed).toBe(false)
    expect(world.subscriptions.stats).toMatchObject({ streams: 0, subscribers: 0 })
  })

  it('tells a listener of a field without positions at once that the upstream is lost', async () => {
    world = await aWorld()
    const listener = world.tab('kari').listen('subscription { ticks { number } }')
    await vi.waitFor(() => expect(world.queue.log.listeners).toBe(1))
    world.queue.drop()
    await vi.waitFor(() => expect(listener.code).toBe('SUBSCRIPTION_UPSTREAM_LOST'))
  })

  it('is alive after a restart of its subgraph and a quiet moment, again and again', async () => {
    world = await aWorld({ timing: { lingerMs: 100 } })
    for (let round = 0; round < 3; round++) {
      const seen = world.queue.log.events.length
      const listener = world.tab('kari').listen(QUEUE, { queue: 'a', after: cursorOf(seen) })
      await vi.waitFor(() => expect(world.queue.log.listeners).toBe(1))
      await world.queue.stop()
      await world.queue.start()
      world.queue.log.emit('a')
      await vi.waitFor(() => expect(listener.numbers).toEqual([seen + 1]), 3_000)
      listener.stop()
      await vi.waitFor(() => expect(world.queue.open).toBe(0))
    }
    const late = world.tab('kari').listen(QUEUE, { queue: 'a', after: cursorOf(3) })
    world.queue.log.emit('a')
    await vi.waitFor(() => expect(late.numbers).toEqual([4]))
  })
})
