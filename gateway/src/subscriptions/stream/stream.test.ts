import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  aStream,
  NAMED,
  NOW,
  PLAIN,
  PLAIN_NAMED,
  settle,
} from '../../../testing/subscriptions/stream-scene.ts'
import { EntitySharing } from '../completion/entity-sharing.ts'
import { StreamFailure } from '../contract/failure.ts'
import { newStats } from '../contract/stats.ts'
import { after, type Start } from '../plan/position.ts'

const failure = StreamFailure.of('SUBSCRIPTION_SCHEMA_RELOAD', 'a new schema')

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('B02 an event goes to all who listen', () => {
  it('as the subgraph sent it, with its position, and is counted', () => {
    const { tell, listen, stats } = aStream()
    const [one, two] = [listen(), listen()]
    tell(1)
    const event = { data: { tick: { n: 1 } }, extensions: { cursor: '001' } }
    expect([one.got, two.got, stats.delivered, stats.subscribers, stats.streams]).toEqual([
      [event],
      [event],
      2,
      2,
      1,
    ])
  })

  it('without a position where it has none', () => {
    const { tell, listen } = aStream({ text: PLAIN, start: NOW })
    const { got } = listen()
    tell(1)
    expect(got).toEqual([{ data: { plain: { n: 1 } } }])
  })

  it.each([
    ['a value that the schema does not allow', { data: { tick: { n: 'one' } } }],
    ['an error', { data: { tick: { n: 1 } }, errors: [{ message: 'hint' }] }],
  ])('and is looked at when it has %s', async (_what, event) => {
    const { tell, listen } = aStream()
    const { got } = listen()
    tell(1, event)
    expect(got).toEqual([])
    await settle()
    expect([got.length, Object.keys(got[0] ?? {}).length > 1]).toEqual([1, true])
    expect(JSON.stringify(got)).not.toContain('one')
    expect(JSON.stringify(got).includes('hint')).toBe('errors' in event)
  })

  it('in the order of the subgraph, whatever each needs', async () => {
    const { tell, listen, named, answers } = aStream({ text: NAMED })
    const { numbers } = listen()
    for (const n of [1, 2]) tell(n)
    await settle()
    expect(answers).toHaveLength(2)
    await named(1)
    expect(numbers()).toEqual([])
    await named(0)
    expect(numbers()).toEqual([1, 2])
  })

  it('is paid for, and the stream ends when that is too much', () => {
    const { tell, listen, purse, upstream, stats } = aStream()
    const { numbers, end } = listen()
    purse.left = 1
    for (const n of [1, 2]) tell(n)
    expect([numbers(), upstream.did]).toEqual([[1], ['subscribe', 'leave']])
    return settle().then(() => expect([end.of, stats.subscribers]).toEqual(['TOO_MANY_REQUESTS', 0]))
  })
})

describe('B02 who may join', () => {
  it.each<[string, Start, boolean]>([
    ['from now on', NOW, true],
    ['where only the subgraph knows', { kind: 'elsewhere', given: 7 }, false],
    ['after what is kept', after('001'), true],
    ['after what is not kept any more', after('000'), false],
  ])('%s', (_where, start, may) => {
    const { stream, tell, listen } = aStream()
    listen()
    for (const n of [1, 2, 3]) tell(n)
    expect(stream.admits(start)).toBe(may)
  })

  it('gets what it lacks at once, then what all get', () => {
    const { tell, listen } = aStream()
    listen()
    for (const n of [1, 2, 3]) tell(n)
    const [late, now] = [listen(after('002')), listen(NOW)]
    tell(4)
    expect([late.numbers(), now.numbers()]).toEqual([[3, 4], [4]])
  })

  it('a position that the subgraph names is where one that was opened from now on begins', () => {
    const { stream, upstream, listen } = aStream({ start: NOW })
    listen()
    expect(stream.admits(after('005'))).toBe(false)
    upstream.sinks[0]?.next({ data: null, extensions: { cursor: '005' } }, 1)
    expect(stream.admits(after('005'))).toBe(true)
  })

  it('also one that comes from another stream, and is then of this one', () => {
    const [from, to] = [aStream(), aStream()]
    const { subscriber, numbers } = from.listen()
    to.listen()
    for (const n of [1, 2]) to.tell(n)
    to.stream.adopt(subscriber)
    to.tell(3)
    expect(numbers()).toEqual([1, 2, 3])
    void subscriber.return()
    to.tell(4)
    expect([numbers(), to.stats.delivered]).toEqual([[1, 2, 3], 5])
  })

  it('what had no position is not told again', () => {
    const { tell, listen } = aStream()
    listen()
    tell(1)
    tell(2, { extensions: {} })
    tell(3)
    expect(listen(after('001')).numbers()).toEqual([3])
  })

  it('nobody joins one that is ending, or whose only listener is behind', async () => {
    const ending = aStream({ text: NAMED })
    ending.listen()
    ending.tell(1)
    ending.stream.fail(failure)
    const slow = aStream()
    slow.listen(after('000'), false)
    slow.tell(1)
    await settle()
    expect([ending.stream.admits(NOW), slow.stream.admits(NOW)]).toEqual([false, false])
  })
})

describe('B02 how a stream ends', () => {
  it('when the last has left: the subgraph is left, and what is fetched is cut short', async () => {
    const { tell, listen, stream, stats, upstream, closed, signals } = aStream({ text: NAMED })
    const [one, two] = [listen(), listen()]
    tell(1)
    await settle()
    void one.subscriber.return()
    stream.leave(one.subscriber)
    expect([stats.subscribers, stats.streams, signals[0]?.aborted, closed]).toEqual([1, 1, false, []])
    void two.subscriber.return()
    expect([stats.subscribers, stats.streams, signals[0]?.aborted, closed]).toEqual([0, 0, true, [stream]])
    expect(upstream.did).toEqual(['subscribe', 'leave'])
  })

  it.each([
    ['by the subgraph', undefined, 'complete'],
    ['with a reason', failure, 'SUBSCRIPTION_SCHEMA_RELOAD'],
  ])('%s: each is told when what has come is delivered, once', async (_how, why, code) => {
    const { tell, listen, stream, stats, closed, named, upstream } = aStream({ text: NAMED })
    const [one, two] = [listen(), listen()]
    tell(1)
    await settle()
    const end = () => (why ? stream.fail(why) : stream.ended(null))
    end()
    // Told for a reason of its own the subgraph is left at once.
    expect(upstream.did).toEqual(why ? ['subscribe', 'leave'] : ['subscribe'])
    stream.fail(StreamFailure.of('SUBSCRIPTION_RESYNC', 'another'))
    await settle()
    expect([one.end.of, stats.subscribers, closed]).toEqual([undefined, 2, []])
    await named(0)
    for (const each of [one, two]) expect([each.numbers(), each.end.of]).toEqual([[1], code])
    expect([stats.subscribers, stats.streams, closed]).toEqual([0, 0, [stream]])
  })

  it('what has not come yet is not delivered any more when all have left', async () => {
    const { tell, listen, named, stats } = aStream({ text: NAMED })
    const { subscriber, got } = listen()
    tell(1)
    await settle()
    void subscriber.return()
    await named(0)
    expect([got, stats.delivered]).toEqual([[], 0])
  })

  it('once, whoever leaves or ends it meanwhile', async () => {
    const { tell, listen, named, stream, stats, closed } = aStream({ text: NAMED })
    const { subscriber } = listen()
    tell(1)
    await settle()
    stream.fail(failure)
    void subscriber.return()
    await named(0)
    stream.fail(failure)
    expect([stats.streams, stats.subscribers, closed]).toEqual([0, 0, [stream]])
  })
})

describe('B02 what other subgraphs add to one event of several streams', () => {
  it.each([
    ['is fetched once', NAMED, [1, 0]],
    ['is fetched for each where nobody can tell that it is one', PLAIN_NAMED, [1, 1]],
  ])('%s', async (_what, text, fetches) => {
    const entities = new EntitySharing(newStats())
    const start = text === NAMED ? after('000') : NOW
    const both = [aStream({ text, start, entities }), aStream({ text, start, entities })]
    for (const { listen, tell } of both) {
      listen()
      tell(1)
    }
    await settle()
    expect(both.map(({ answers }) => answers.length)).toEqual(fetches)
  })
})
