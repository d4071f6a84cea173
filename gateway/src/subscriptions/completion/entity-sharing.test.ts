import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SubgraphAnswer } from '../../subgraph/subgraph-answer.ts'
import { newStats } from '../contract/stats.ts'
import { EntitySharing } from './entity-sharing.ts'

const stays = new AbortController().signal
const event = { audience: 'kari', cursor: '001' }

/** A subgraph whose answers the test gives, by how often it was asked before. */
function aSubgraph() {
  const stats = newStats()
  const sharing = new EntitySharing(stats)
  const asked: (PromiseWithResolvers<SubgraphAnswer> & { readonly signal: AbortSignal })[] = []
  const send = (signal: AbortSignal) => {
    const answer = Promise.withResolvers<SubgraphAnswer>()
    asked.push({ ...answer, signal })
    return answer.promise
  }
  return {
    ...{ stats, asked },
    fetch: (request = 'a', by: typeof event | null = event, signal = stays) =>
      sharing.fetch(request, by, send, signal),
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('B02 what other subgraphs add to one event is fetched once', () => {
  it('also when the answer is there already; everybody gets a copy', async () => {
    const { fetch, asked, stats } = aSubgraph()
    const both = [fetch(), fetch()]
    asked[0]?.resolve({ data: { n: 1 } })
    const [one, two] = await Promise.all(both)
    Object.assign(one?.data ?? {}, { n: 'changed' })
    expect([two, await fetch()]).toEqual([{ data: { n: 1 } }, { data: { n: 1 } }])
    expect([asked.length, stats.entityRequestsShared]).toEqual([1, 2])
  })

  it.each<[string, string | undefined, typeof event | null]>([
    ['of another audience', 'a', { ...event, audience: 'ola' }],
    ['of another event', 'a', { ...event, cursor: '002' }],
    ['for something else', 'b', event],
    ['of an event without a position', 'a', null],
  ])('not one %s', async (_which, request, by) => {
    const { fetch, asked, stats } = aSubgraph()
    void fetch()
    void fetch(request, by)
    expect([asked.length, stats.entityRequestsShared]).toEqual([2, 0])
  })

  it('without a position, it ends when the one who asks has left', () => {
    const { fetch, asked } = aSubgraph()
    const leaving = new AbortController()
    void fetch('a', null, leaving.signal)
    expect(asked[0]?.signal).toBe(leaving.signal)
  })

  it('it is kept for a moment only', async () => {
    const { fetch, asked } = aSubgraph()
    void fetch()
    await vi.advanceTimersByTimeAsync(1_999)
    // Another is fetched, which is when those are forgotten whose time is over.
    void fetch('b')
    void fetch()
    expect(asked).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(1)
    void fetch('c')
    void fetch()
    expect(asked).toHaveLength(4)
    void fetch('b')
    expect(asked).toHaveLength(4)
  })

  it('also behind one that was asked for anew meanwhile', async () => {
    const { fetch, asked } = aSubgraph()
    const leaving = new AbortController()
    void fetch('a', event, leaving.signal)
    void fetch('b')
    leaving.abort()
    await vi.advanceTimersByTimeAsync(1_000)
    void fetch('a')
    await vi.advanceTimersByTimeAsync(1_000)
    void fetch('c')
    void fetch('b')
    void fetch('a')
    expect(asked).toHaveLength(5)
  })

  it('one that fails when it is forgotten already harms nobody', async () => {
    const { fetch, asked } = aSubgraph()
    const failing = fetch()
    await vi.advanceTimersByTimeAsync(2_000)
    void fetch('b')
    asked[0]?.reject(new Error('away'))
    await expect(failing).rejects.toThrow('away')
    void fetch('b')
    expect(asked).toHaveLength(2)
  })

  it('two thousand are kept, the newest', () => {
    const { fetch, asked } = aSubgraph()
    const many = Array.from({ length: 2_001 }, (_, at) => String(at))
    for (const request of many.slice(0, 2_000)) void fetch(request)
    void fetch('0')
    expect(asked).toHaveLength(2_000)
    void fetch('2000')
    void fetch('1')
    expect(asked).toHaveLength(2_001)
    void fetch('0')
    expect(asked).toHaveLength(2_002)
  })

  it('one that has failed is fetched again, and one that took its place is kept', async () => {
    const { fetch, asked } = aSubgraph()
    const failing = fetch()
    asked[0]?.reject(new Error('away'))
    await expect(failing).rejects.toThrow('away')
    void fetch()
    expect(asked).toHaveLength(2)
  })
})

describe('B02 a fetch that several wait for', () => {
  const leaves = () => new AbortController()

  it('is aborted when the last of them has left, and then asked for anew', async () => {
    const { fetch, asked, stats } = aSubgraph()
    const [one, two] = [leaves(), leaves()]
    const left = Promise.allSettled([fetch('a', event, one.signal), fetch('a', event, two.signal)])
    one.abort()
    expect(asked[0]?.signal.aborted).toBe(false)
    two.abort()
    expect(asked[0]?.signal.aborted).toBe(true)
    void fetch()
    expect([asked.length, stats.entityRequestsShared]).toEqual([2, 1])
    // The former ends late, and badly: the one that took its place is kept.
    asked[0]?.reject(new Error('aborted'))
    await left
    void fetch()
    expect(asked).toHaveLength(2)
  })

  it('is of no use to who had left before it was asked for, alone', () => {
    const { fetch, asked } = aSubgraph()
    const gone = leaves()
    gone.abort()
    void fetch('a', event, gone.signal)
    expect(asked[0]?.signal.aborted).toBe(true)
  })

  it('goes on for who waits when one who had left already asks for it too', () => {
    const { fetch, asked } = aSubgraph()
    const gone = leaves()
    gone.abort()
    void fetch()
    void fetch('a', event, gone.signal)
    expect(asked[0]?.signal.aborted).toBe(false)
  })

  it('is not aborted by who leaves when it has been answered', async () => {
    const { fetch, asked } = aSubgraph()
    const later = leaves()
    const answered = fetch('a', event, later.signal)
    asked[0]?.resolve({ data: {} })
    await answered
    later.abort()
    expect(asked[0]?.signal.aborted).toBe(false)
  })
})
