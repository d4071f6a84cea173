import { describe, expect, test } from 'vitest'
import { aRow, after, anEvent, counts, idsOf, waitingQueue } from './testing.ts'

const signedByBerit = (id: string, version = 2) =>
  aRow(id, {
    version,
    tab: 'SIGNED',
    settled: { by: 'Berit Aasen', at: '2026-10-15T12:30:00Z', comment: null },
  })

describe('arrivals', () => {
  test('B02 a new one changes the counts at once and the rows only on request', () => {
    const come = after(waitingQueue('a1'), {
      type: 'event',
      event: anEvent('ENTERED', aRow('c1'), counts(2, 3, 412)),
    })
    expect(idsOf(come.rows)).toEqual(['a1'])
    expect(idsOf(come.arrivals)).toEqual(['c1'])
    expect(come.counts).toEqual(counts(2, 3, 412))

    const shown = after(come, { type: 'showArrivals' })
    expect(idsOf(shown.rows)).toEqual(['a1', 'c1'])
    expect([...shown.fresh]).toEqual(['c1'])
    expect(shown.current).toBe('a1')
    expect(after(shown, { type: 'open', id: 'c1' }).fresh.size).toBe(0)
  })

  test('B02 one that is recalled before it was shown never comes', () => {
    const queue = after(
      waitingQueue('a1'),
      { type: 'event', event: anEvent('ENTERED', aRow('c1'), counts(2)) },
      { type: 'event', event: anEvent('LEFT', 'c1', counts(1)) },
    )
    expect(queue.arrivals).toEqual([])
  })

  test('B02 the same event twice is one arrival', () => {
    const event = anEvent('ENTERED', aRow('c1'), counts(2))
    const queue = after(waitingQueue('a1'), { type: 'event', event }, { type: 'event', event })
    expect(idsOf(queue.arrivals)).toEqual(['c1'])
  })

  test('B02 one that enters another tab is counted, not shown', () => {
    const queue = after(waitingQueue('a1'), {
      type: 'event',
      event: anEvent('ENTERED', aRow('c1', { tab: 'REJECTED' }), counts(1, 4)),
    })
    expect(queue.arrivals).toEqual([])
    expect(queue.counts).toEqual(counts(1, 4))
  })
})

describe('somebody else was first', () => {
  test('B02 the row stays, grey, with who and when, until the reader moves on', () => {
    const queue = after(
      waitingQueue('a1', 'a2'),
      { type: 'toggle', id: 'a1' },
      { type: 'event', event: anEvent('CHANGED', signedByBerit('a1'), counts(1, 3, 413)) },
    )
    expect(idsOf(queue.rows)).toEqual(['a1', 'a2'])
    expect(queue.gone.get('a1')?.settled?.by).toBe('Berit Aasen')
    expect(queue.selected.size).toBe(0)
    expect(idsOf(after(queue, { type: 'move', by: 1 }).rows)).toEqual(['a2'])
  })

  test('B02 one that came back is an ordinary row again', () => {
    const queue = after(
      waitingQueue('a1'),
      { type: 'event', event: anEvent('CHANGED', signedByBerit('a1'), counts(0)) },
      { type: 'event', event: anEvent('CHANGED', aRow('a1', { version: 3 }), counts(1)) },
    )
    expect(queue.gone.size).toBe(0)
    expect(queue.rows[0]?.version).toBe(3)
  })

  test('B02 an event that is older than what the reader sees changes nothing but counts', () => {
    const queue = after(
      waitingQueue(),
      { type: 'more', rows: [aRow('a1', { version: 3 })] },
      { type: 'event', event: anEvent('CHANGED', signedByBerit('a1', 2), counts(1)) },
    )
    expect(queue.gone.size).toBe(0)
    expect(queue.counts).toEqual(counts(1))
  })

  test('B01 the events of this window’s own command do not take the choice away while it runs', () => {
    const queue = after(
      waitingQueue('a1', 'a2'),
      { type: 'toggleGroup', key: 'a' },
      { type: 'begin', ids: ['a1', 'a2'] },
      { type: 'event', event: anEvent('CHANGED', signedByBerit('a1'), counts(1)) },
    )
    expect(queue.selected.size).toBe(2)
    expect(after(queue, { type: 'settle', done: ['a1', 'a2'] }).gone.size).toBe(0)
  })
})

describe('read again after a gap', () => {
  test('B02 nothing is missed and nothing moves: new ones wait to be shown, missing ones stand grey', () => {
    const queue = after(waitingQueue('a1', 'a2'), {
      type: 'reread',
      rows: [aRow('a2', { version: 4 }), aRow('c1')],
      counts: counts(2),
      complete: true,
    })
    expect(idsOf(queue.rows)).toEqual(['a1', 'a2'])
    expect([...queue.gone.keys()]).toEqual(['a1'])
    expect(queue.rows[1]?.version).toBe(4)
    expect(idsOf(queue.arrivals)).toEqual(['c1'])
  })

  test('B02 with further pages unread, a row that was not among the first is not taken for gone', () => {
    const queue = after(waitingQueue('a1', 'a2'), {
      type: 'reread',
      rows: [aRow('a1')],
      counts: counts(2),
      complete: false,
    })
    expect(queue.gone.size).toBe(0)
  })
})
