import { brandId } from '@kompetanse/schema/ids'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { scopeOf } from './stream/scope.ts'
import { cursorOf } from '../../testing/subscriptions/queue-log.ts'
import { aPerson, aWorld, QUEUE, QUEUE_WITH_ITEM, type World } from '../../testing/subscriptions/world.ts'

const start = { queue: 'a', after: cursorOf(0) }
interface Seen {
  readonly queueChanged: { readonly item: { readonly seenBy: string } }
}

/** As whom the other subgraph was asked. */
const seenBy = ({ events: [event] }: { events: readonly { data?: unknown }[] }) =>
  (event?.data as Seen | undefined)?.queueChanged.item.seenBy
const notes = (listener: { events: readonly { data?: unknown }[] }) =>
  listener.events.map(({ data }) => (data as { queueChanged: { note: string } }).queueChanged.note)

describe('B02 sharing saves work and never shows one person what is for another', () => {
  let world: World
  afterEach(() => world.end())

  it('gives different people streams of their own, over one socket', async () => {
    world = await aWorld()
    const kari = world.tab('kari').listen(QUEUE, start)
    const ola = world.tab('ola').listen(QUEUE, start)
    world.queue.log.emit('a')
    await vi.waitFor(() => expect([...notes(kari), ...notes(ola)]).toEqual(['for kari', 'for ola']))
    expect(world.queue.asked).toHaveLength(2)
    expect(world.queue.connections).toBe(1)
  })

  it('lets tabs of one person share a stream, and ends it with the last of them', async () => {
    world = await aWorld()
    const [one, two] = [world.tab('kari').listen(QUEUE, start), world.tab('kari').listen(QUEUE, start)]
    world.queue.log.emit('a')
    await vi.waitFor(() => expect([...one.numbers, ...two.numbers]).toEqual([1, 1]))
    expect(world.queue.asked).toHaveLength(1)
    one.stop()
    await vi.waitFor(() => expect(world.subscriptions.stats.subscribers).toBe(1))
    expect(world.queue.log.listeners).toBe(1)
    two.stop()
    await vi.waitFor(() => expect(world.queue.log.listeners).toBe(0))
    expect(world.subscriptions.stats.streams).toBe(0)
  })

  it('keeps other variables and other documents apart', async () => {
    world = await aWorld()
    const tab = world.tab('kari')
    tab.listen(QUEUE, start)
    tab.listen(QUEUE, { queue: 'b', after: cursorOf(0) })
    tab.listen('subscription ($queue: ID!) { queueChanged(queue: $queue) { number } }', { queue: 'a' })
    await vi.waitFor(() => expect(world.queue.asked).toHaveLength(3))
  })

  it('shares across people only where the field is declared to be the same for all, under the actor of all', async () => {
    const everybody = aPerson('everybody')
    const sharedStream = () => ({ key: 'all', actor: everybody })
    world = await aWorld({ fields: { queueChanged: { sharedStream } } })
    const kari = world.tab('kari').listen(QUEUE, start)
    const ola = world.tab('ola').listen(QUEUE, start)
    world.queue.log.emit('a')
    await vi.waitFor(() =>
      expect([...notes(kari), ...notes(ola)]).toEqual(['for everybody', 'for everybody']),
    )
    expect(world.queue.asked).toHaveLength(1)
  })

  it('leaves out of a shared stream who may not see all of it', async () => {
    const sharedStream = ({ personId }: { personId: string }) =>
      personId === 'ola' ? undefined : { key: 'all', actor: aPerson('everybody') }
    world = await aWorld({ fields: { queueChanged: { sharedStream } } })
    world.tab('kari').listen(QUEUE, start)
    const ola = world.tab('ola').listen(QUEUE, start)
    world.queue.log.emit('a')
    await vi.waitFor(() => expect(notes(ola)).toEqual(['for ola']))
  })

  it('replays to who joins late what lies after its position', async () => {
    world = await aWorld()
    const early = world.tab('kari').listen(QUEUE, start)
    for (let count = 0; count < 3; count++) world.queue.log.emit('a')
    await vi.waitFor(() => expect(early.numbers).toEqual([1, 2, 3]))
    const late = world.tab('kari').listen(QUEUE, { queue: 'a', after: cursorOf(1) })
    await vi.waitFor(() => expect(late.numbers).toEqual([2, 3]))
    world.queue.log.emit('a')
    await vi.waitFor(() => expect(late.numbers).toEqual([2, 3, 4]))
    expect(world.queue.asked).toHaveLength(1)
  })

  it('gives a stream of its own to who comes from further back than is kept', async () => {
    world = await aWorld({ limits: { replayedEvents: 2 } })
    const early = world.tab('kari').listen(QUEUE, start)
    for (let count = 0; count < 5; count++) world.queue.log.emit('a')
    await vi.waitFor(() => expect(early.numbers).toHaveLength(5))
    const late = world.tab('kari').listen(QUEUE, { queue: 'a', after: cursorOf(1) })
    await vi.waitFor(() => expect(late.numbers).toEqual([2, 3, 4, 5]))
    expect(world.queue.asked).toHaveLength(2)
  })

  it('does not guess where a stream without a position began', async () => {
    world = await aWorld()
    world.tab('kari').listen(QUEUE, { queue: 'a' })
    await vi.waitFor(() => expect(world.queue.log.listeners).toBe(1))
    world.queue.log.emit('b')
    world.tab('kari').listen(QUEUE, start)
    await vi.waitFor(() => expect(world.queue.asked).toHaveLength(2))
  })

  it('does not repeat to a client what lies before its own position', async () => {
    world = await aWorld()
    world.tab('kari').listen(QUEUE, start)
    await vi.waitFor(() => expect(world.queue.log.listeners).toBe(1))
    const ahead = world.tab('kari').listen(QUEUE, { queue: 'a', after: cursorOf(2) })
    await vi.waitFor(() => expect(world.subscriptions.stats.subscribers).toBe(2))
    for (let count = 0; count < 3; count++) world.queue.log.emit('a')
    await vi.waitFor(() => expect(ahead.numbers).toEqual([3]))
  })

  it('asks for the entities of one event once for a person, and once for each other person', async () => {
    world = await aWorld()
    const other = QUEUE_WITH_ITEM.replace('number', 'number again: number')
    const all = [
      world.tab('kari').listen(QUEUE_WITH_ITEM, start),
      world.tab('kari').listen(QUEUE_WITH_ITEM, start),
      world.tab('kari').listen(other, start),
      world.tab('ola').listen(QUEUE_WITH_ITEM, start),
    ]
    await vi.waitFor(() => expect(world.queue.log.listeners).toBe(3))
    world.queue.log.emit('a')
    await vi.waitFor(() => expect(all.map(({ events }) => events.length)).toEqual([1, 1, 1, 1]))
    expect(all.map(seenBy)).toEqual(['kari', 'kari', 'kari', 'ola'])
    expect(world.item.requests).toBe(2)
    world.queue.log.emit('a')
    await vi.waitFor(() => expect(all.map(({ events }) => events.length)).toEqual([2, 2, 2, 2]))
    expect(world.item.requests).toBe(4)
  })

  it('asks for entities once for all people to whom they are declared to look the same', async () => {
    const sharedEntities = () => ({ key: 'all', actor: aPerson('everybody') })
    world = await aWorld({ fields: { queueChanged: { sharedEntities } } })
    const all = ['kari', 'ola', 'liv'].map((person) => world.tab(person).listen(QUEUE_WITH_ITEM, start))
    await vi.waitFor(() => expect(world.queue.log.listeners).toBe(3))
    world.queue.log.emit('a')
    await vi.waitFor(() => expect(all.map(({ events }) => events.length)).toEqual([1, 1, 1]))
    expect(world.item.requests).toBe(1)
  })
})

describe('B02 the scope of an actor', () => {
  const grant = (role: 'LOCAL_ADMIN' | 'SUPPORT') => ({
    ...{ role, enterpriseId: null },
    regionCode: 'HELSE_VEST' as const,
  })

  it('is the same whatever the order of the grants, and another with other grants', () => {
    const both = aPerson('kari', [grant('LOCAL_ADMIN'), grant('SUPPORT')])
    expect(scopeOf(aPerson('kari', [grant('SUPPORT'), grant('LOCAL_ADMIN')]))).toBe(scopeOf(both))
    expect(scopeOf(aPerson('kari', [grant('SUPPORT')]))).not.toBe(scopeOf(both))
  })

  it('B32 is another while a record is open, and another when that is open for longer', () => {
    const until = (hour: string) => ({
      ...aPerson('kari'),
      openRecords: [{ traineeId: brandId<'Person'>('ola'), until: `2026-10-15T${hour}:00:00.000Z` }],
    })
    expect(new Set([aPerson('kari'), until('11'), until('12')].map(scopeOf)).size).toBe(3)
  })

  it('tells persons, machines and regions apart', () => {
    const machine = { ...aPerson(''), kind: 'machine' as const }
    const regional = { ...machine, regionCode: 'HELSE_VEST' as const }
    const scopes = [aPerson('kari'), aPerson('ola'), machine, regional].map(scopeOf)
    expect(new Set(scopes).size).toBe(4)
  })
})
