import { describe, expect, test } from 'vitest'
import { drawnOrder, groupRows } from './order.ts'
import { aRow, after, anEvent, counts, idsOf, waitingQueue } from './testing.ts'

describe('moving through a queue', () => {
  test('F109 the first row is current when a tab is read, and j and k stop at the ends', () => {
    const queue = waitingQueue('a1', 'a2')
    expect(queue.current).toBe('a1')
    expect(after(queue, { type: 'move', by: -1 }).current).toBe('a1')
    expect(after(queue, { type: 'move', by: 1 }, { type: 'move', by: 1 }).current).toBe('a2')
  })

  test('F109 moving follows the groups as they are drawn, not the order of the list', () => {
    const queue = waitingQueue('a1', 'b1', 'a2')
    expect(drawnOrder(queue.rows, 'trainee')).toEqual(['a1', 'a2', 'b1'])
    expect(after(queue, { type: 'move', by: 1 }).current).toBe('a2')
  })

  test('F109 grouped by age the oldest stand first', () => {
    const rows = [
      aRow('a1', { waitingDays: 2 }),
      aRow('b1', { waitingDays: 12 }),
      aRow('c1', { waitingDays: 4 }),
    ]
    expect(groupRows(rows, 'age').map((group) => group.key)).toEqual(['late', 'soon', 'fresh'])
  })

  test('F114 changing tab forgets the selection and what had left', () => {
    const queue = after(waitingQueue('a1', 'a2'), { type: 'toggle', id: 'a1' })
    const other = after(queue, { type: 'read', tab: 'REJECTED', rows: [aRow('a1')], counts: counts(1) })
    expect(other.selected.size).toBe(0)
  })

  test('F109 a further page adds rows below and brings nothing twice', () => {
    const queue = after(waitingQueue('a1', 'a2'), { type: 'more', rows: [aRow('a2'), aRow('a3')] })
    expect(idsOf(queue.rows)).toEqual(['a1', 'a2', 'a3'])
  })
})

describe('choosing many', () => {
  test('B01 a group is chosen whole, and let go when all of it was chosen', () => {
    const queue = after(waitingQueue('a1', 'b1', 'a2'), { type: 'toggleGroup', key: 'a' })
    expect([...queue.selected]).toEqual(['a1', 'a2'])
    expect(after(queue, { type: 'toggleGroup', key: 'a' }).selected.size).toBe(0)
  })

  test('B01 what could not be signed stays in its place and stays chosen, the rest leaves', () => {
    const chosen = after(waitingQueue('a1', 'a2', 'a3'), { type: 'toggleGroup', key: 'a' })
    const queue = after(
      chosen,
      { type: 'begin', ids: ['a1', 'a2', 'a3'] },
      { type: 'settle', done: ['a1', 'a3'], counts: counts(1, 3, 414) },
    )
    expect(idsOf(queue.rows)).toEqual(['a2'])
    expect([...queue.selected]).toEqual(['a2'])
    expect(queue.pending.size).toBe(0)
    expect(queue.counts).toEqual(counts(1, 3, 414))
  })

  test('F113 a signature is changed one at a time: signed rows cannot be chosen', () => {
    const queue = after(waitingQueue(), { type: 'more', rows: [aRow('a1', { commands: ['UNDO'] })] })
    expect(after(queue, { type: 'toggle', id: 'a1' }).selected.size).toBe(0)
  })

  test('B01 a row under a command cannot be chosen for another', () => {
    const queue = after(waitingQueue('a1'), { type: 'begin', ids: ['a1'] }, { type: 'toggle', id: 'a1' })
    expect(queue.selected.size).toBe(0)
  })
})

describe('signing', () => {
  test('F110 after signing the next row is current; after the last one, the one above', () => {
    const queue = after(waitingQueue('a1', 'a2', 'a3'), { type: 'open', id: 'a2' })
    expect(after(queue, { type: 'settle', done: ['a2'] }).current).toBe('a3')
    const last = after(queue, { type: 'open', id: 'a3' }, { type: 'settle', done: ['a3'] })
    expect(last.current).toBe('a2')
    expect(after(waitingQueue('a1'), { type: 'settle', done: ['a1'] }).current).toBeNull()
  })

  test('F110 nothing is signed before the server has confirmed it', () => {
    const queue = after(waitingQueue('a1', 'a2'), { type: 'begin', ids: ['a1'] })
    expect(idsOf(queue.rows)).toEqual(['a1', 'a2'])
    expect(queue.counts).toEqual(counts(2, 3, 412))
  })

  test('F113 undoing puts the rows back in their places, also when their event came first', () => {
    const signed = after(waitingQueue('a1', 'b1', 'a2'), { type: 'settle', done: ['a1', 'a2'] })
    const back = aRow('a1', { version: 3 })
    const queue = after(
      signed,
      { type: 'event', event: anEvent('CHANGED', back, counts(2)) },
      {
        type: 'restore',
        placed: [
          { row: back, index: 0 },
          { row: aRow('a2', { version: 3 }), index: 2 },
        ],
      },
    )
    expect(idsOf(queue.rows)).toEqual(['a1', 'b1', 'a2'])
    expect(queue.arrivals).toEqual([])
    expect(queue.current).toBe('a1')
  })

  test('F112 a rejected one leaves the rejected tab when it is signed there', () => {
    const rejected = after(waitingQueue(), {
      type: 'read',
      tab: 'REJECTED',
      rows: [aRow('a1', { tab: 'REJECTED' })],
      counts: counts(0, 1, 0),
    })
    const queue = after(
      rejected,
      { type: 'begin', ids: ['a1'] },
      { type: 'settle', done: ['a1'], counts: counts(0, 0, 1) },
    )
    expect(queue.rows).toEqual([])
    expect(queue.counts).toEqual(counts(0, 0, 1))
  })
})
