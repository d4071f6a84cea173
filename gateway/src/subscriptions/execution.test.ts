import { afterEach, describe, expect, it, vi } from 'vitest'
import { fixtureGraph } from '../../testing/subscriptions/graph.ts'
import { cursorOf } from '../../testing/subscriptions/queue-log.ts'
import { aWorld, QUEUE, QUEUE_WITH_ITEM, type World } from '../../testing/subscriptions/world.ts'

const start = { queue: 'a', after: cursorOf(0) }

describe('B02 an event is answered as a query would be', () => {
  let world: World
  afterEach(() => world.end())

  it('adds what other subgraphs know', async () => {
    world = await aWorld()
    const listener = world.tab('kari').listen(QUEUE_WITH_ITEM, start)
    world.queue.log.emit('a')
    await vi.waitFor(() => expect(listener.events).toHaveLength(1))
    expect(listener.events[0]).toEqual({
      data: { queueChanged: { number: 1, item: { title: 'title of item-1', seenBy: 'kari' } } },
      extensions: { cursor: cursorOf(1) },
    })
  })

  it('keeps the order of events whose entities arrive out of order', async () => {
    world = await aWorld()
    world.item.delay = (request) => (request === 1 ? 80 : 0)
    const listener = world.tab('kari').listen(QUEUE_WITH_ITEM, start)
    for (let count = 0; count < 3; count++) world.queue.log.emit('a')
    await vi.waitFor(() => expect(listener.numbers).toEqual([1, 2, 3]))
  })

  it('gives errors of either subgraph with the client’s path, and null as far as the schema says', async () => {
    world = await aWorld()
    const document =
      'subscription { queueChanged(queue: "a", after: "0") { number oops: broken item { title failing } } }'
    const listener = world.tab('kari').listen(document)
    world.queue.log.emit('a')
    await vi.waitFor(() => expect(listener.events).toHaveLength(1))
    expect(listener.events[0]?.data).toEqual({ queueChanged: { number: 1, oops: null, item: null } })
    expect(listener.events[0]?.errors).toMatchObject([
      { message: 'no number', path: ['queueChanged', 'oops'], extensions: { code: 'NO_NUMBER' } },
      {
        message: 'no such value',
        path: ['queueChanged', 'item', 'failing'],
        extensions: { code: 'NO_VALUE' },
      },
    ])
  })

  it('formats every error before a client sees it', async () => {
    const masked = { message: 'masked', extensions: { code: 'INTERNAL_SERVER_ERROR' } }
    world = await aWorld({ formatErrors: (errors) => errors.map(() => masked) })
    const listener = world
      .tab('kari')
      .listen('subscription { queueChanged(queue: "a", after: "0") { broken } }')
    world.queue.log.emit('a')
    await vi.waitFor(() => expect(listener.events).toHaveLength(1))
    expect(listener.events[0]?.errors).toEqual([masked])
  })

  it('answers with errors while the other subgraph is away, and goes on', async () => {
    world = await aWorld()
    world.item.stop()
    const listener = world.tab('kari').listen(QUEUE_WITH_ITEM, start)
    world.queue.log.emit('a')
    world.queue.log.emit('a')
    await vi.waitFor(() => expect(listener.numbers).toEqual([1, 2]))
    expect(listener.events[0]?.data).toEqual({
      queueChanged: { number: 1, item: { title: null, seenBy: null } },
    })
    expect(listener.events[0]?.errors?.map(({ path }) => path)).toEqual(
      ['title', 'seenBy'].map((name) => ['queueChanged', 'item', name]),
    )
  })

  it('follows aliases, fragments and conditions of the document', async () => {
    world = await aWorld()
    const document = `subscription Live($queue: ID!, $after: EventCursor, $withNote: Boolean!) {
      changed: queueChanged(queue: $queue, after: $after) { ...Row note @include(if: $withNote) }
    } fragment Row on QueueEvent { n: number __typename }`
    const listener = world.tab('kari').listen(document, { ...start, withNote: false })
    world.queue.log.emit('a')
    await vi.waitFor(() => expect(listener.events).toHaveLength(1))
    expect(listener.events[0]?.data).toEqual({ changed: { n: 1, __typename: 'QueueEvent' } })
  })
})

describe('B02 a new schema', () => {
  let world: World
  afterEach(() => world.end())

  it('is live before the streams of the old one end with SUBSCRIPTION_SCHEMA_RELOAD', async () => {
    world = await aWorld()
    const tab = world.tab('kari')
    const before = tab.listen(QUEUE, start)
    world.queue.log.emit('a')
    await vi.waitFor(() => expect(before.numbers).toEqual([1]))
    world.subscriptions.load(fixtureGraph('extend type Item { added: String }'))
    await vi.waitFor(() => expect(before.code).toBe('SUBSCRIPTION_SCHEMA_RELOAD'))
    expect(before.completed).toBe(false)
    world.queue.log.emit('a')
    const after = tab.listen(QUEUE.replace('note', 'item { added }'), { queue: 'a', after: before.cursor })
    await vi.waitFor(() => expect(after.numbers).toEqual([2]))
  })

  it('that is the old one ends nothing', async () => {
    world = await aWorld()
    const listener = world.tab('kari').listen(QUEUE, start)
    world.subscriptions.load(fixtureGraph())
    world.queue.log.emit('a')
    await vi.waitFor(() => expect(listener.numbers).toEqual([1]))
  })
})
