import { describe, expect, it } from 'vitest'
import { StreamFailure } from '../contract/failure.ts'
import { newStats } from '../contract/stats.ts'
import { Laggards } from './laggards.ts'
import { Subscriber } from './subscriber.ts'

/** A listener with what its client has been sent; `room` says whether the client keeps up. */
function aListener(position: string | null = null) {
  const sent: string[] = []
  const said: string[] = []
  const client = { room: true, drained: () => {} }
  const outlet = {
    next(id: string, payload: string) {
      sent.push(`${id} ${payload}`)
      return client.room
    },
    whenDrained: (run: () => void) => void (client.drained = run),
  }
  const source = { leave: () => void said.push('leave'), full: () => void said.push('full') }
  return { client, sent, said, subscriber: new Subscriber(source, outlet, 'id', position) }
}

const DONE = { done: true, value: undefined }
const failure = StreamFailure.of('SUBSCRIPTION_RESYNC', 'too old')
/** How the wait of the server ends; `waits` while it does not. */
const endOf = (step: Promise<unknown>) =>
  Promise.race([
    step.catch((error: unknown) => error),
    new Promise((resolve) => setImmediate(() => resolve('waits'))),
  ])

describe('B02 what a listener is sent', () => {
  it('nothing before the server asks, then all that came early, and the rest at once', () => {
    const { subscriber, sent, said } = aListener()
    for (const payload of ['1', '2']) subscriber.push(null, payload)
    expect(sent).toEqual([])
    void subscriber.next()
    expect(sent).toEqual(['id 1', 'id 2'])
    subscriber.push(null, '3')
    expect([sent, said]).toEqual([['id 1', 'id 2', 'id 3'], []])
  })

  it.each([
    ['newer than its position', '05', '06', true, '06'],
    ['at its position', '05', '05', false, '05'],
    ['before its position', '05', '04', false, '05'],
    ['the first position', null, '01', true, '01'],
    ['without a position, after which nobody can tell where it is', '05', null, true, null],
    ['without a position, as all before', null, null, true, null],
  ])('an event %s', (_which, position, cursor, isSent, after) => {
    const { subscriber, sent } = aListener(position)
    void subscriber.next()
    subscriber.push(cursor, 'x')
    expect([sent, subscriber.position]).toEqual([isSent ? ['id x'] : [], after])
  })

  it.each(['what came early', 'what comes'])('the source hears that its client is behind with %s', (when) => {
    const { client, subscriber, said } = aListener()
    client.room = false
    if (when === 'what comes') void subscriber.next()
    subscriber.push(null, 'x')
    if (when === 'what came early') void subscriber.next()
    expect(said).toEqual(['full'])
  })

  it('a source from which it has gone hears nothing', () => {
    const { client, subscriber, said } = aListener()
    const other: string[] = []
    subscriber.follow({ leave: () => void other.push('leave'), full: () => void other.push('full') })
    void subscriber.next()
    client.room = false
    subscriber.push(null, 'x')
    void subscriber.return()
    expect([said, other]).toEqual([[], ['full', 'leave']])
  })
})

describe('B02 how listening ends', () => {
  it.each([
    ['while the server waits', false],
    ['before it asks: what came early is sent', true],
  ])('%s', async (_when, isEarly) => {
    for (const [end, expected] of [
      [(subscriber: Subscriber) => subscriber.end(), DONE],
      [(subscriber: Subscriber) => subscriber.fail(failure), failure],
    ] as const) {
      const { client, subscriber, sent, said } = aListener()
      client.room = false
      subscriber.push(null, '1')
      const early = isEarly ? null : subscriber.next()
      const before = [...said]
      if (early) expect(await endOf(early)).toBe('waits')
      end(subscriber)
      expect(await endOf(early ?? subscriber.next())).toEqual(expected)
      subscriber.push(null, '2')
      // The stream has ended: nobody is to be held back, and nobody to be left.
      expect([sent, said]).toEqual([['id 1'], before])
    }
  })

  it('one failure is told once, and the first end counts', async () => {
    const { subscriber } = aListener()
    subscriber.fail(failure)
    subscriber.fail(StreamFailure.of('SUBSCRIPTION_UPSTREAM_LOST', 'later'))
    subscriber.end()
    expect(await endOf(subscriber.next())).toBe(failure)
    expect(await endOf(subscriber.next())).toEqual(DONE)
    const ended = aListener().subscriber
    ended.end()
    ended.fail(failure)
    expect(await endOf(ended.next())).toEqual(DONE)
  })

  it('a failure while the server waits is told then, and not again', async () => {
    const { subscriber } = aListener()
    const waiting = subscriber.next()
    subscriber.fail(failure)
    expect([await endOf(waiting), await endOf(subscriber.next())]).toEqual([failure, DONE])
  })

  it.each(['return', 'throw'] as const)(
    'by the client (%s): at once, and its source is left once',
    async (how) => {
      const { subscriber, sent, said } = aListener()
      subscriber.push(null, '1')
      expect(await subscriber[how]()).toEqual(DONE)
      expect(await subscriber[how]()).toEqual(DONE)
      expect(await endOf(subscriber.next())).toEqual(DONE)
      expect([sent, said]).toEqual([[], ['leave']])
      const waiting = aListener().subscriber
      const step = waiting.next()
      await waiting[how]()
      expect(await endOf(step)).toEqual(DONE)
    },
  )

  it('to who reads it as an iterator it yields nothing, and ends', async () => {
    const { subscriber } = aListener()
    subscriber.push(null, '1')
    subscriber.end()
    for await (const step of subscriber) expect(step).toBeUndefined()
    expect((await subscriber.next()).done).toBe(true)
  })

  it('a client that leaves what has ended leaves nobody', async () => {
    const { subscriber, said } = aListener()
    subscriber.end()
    await subscriber.return()
    expect(said).toEqual([])
  })
})

describe('B02 a listener that is behind the others of its stream', () => {
  const behind = () => {
    const stats = { ...newStats(), subscribers: 2 }
    const laggards = new Laggards(stats)
    const went: unknown[] = []
    const slow = aListener('05')
    laggards.add(slow.subscriber, (subscriber) => went.push(subscriber))
    return { ...slow, stats, laggards, went }
  }

  it('is counted, and goes on once when its client has read', () => {
    const { client, subscriber, stats, went } = behind()
    expect([stats.slowConsumers, went]).toEqual([1, []])
    client.drained()
    client.drained()
    expect([went, stats.subscribers]).toEqual([[subscriber], 2])
  })

  it('is gone when it leaves: it does not go on, and is counted out once', () => {
    const { client, subscriber, stats, laggards, went } = behind()
    void subscriber.return()
    expect(stats.subscribers).toBe(1)
    laggards.leave(subscriber)
    client.drained()
    expect([stats.subscribers, went]).toEqual([1, []])
  })

  it('ends with all others when they all end', async () => {
    const { client, subscriber, stats, laggards, went } = behind()
    const step = subscriber.next()
    laggards.failAll(failure)
    client.drained()
    expect([await endOf(step), stats.subscribers, went]).toEqual([failure, 1, []])
  })
})
