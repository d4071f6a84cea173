import { describe, expect, it } from 'vitest'
import { Ring } from './ring.ts'

const cursorsAfter = (ring: Ring, position: string) => [...ring.after(position)].map(({ cursor }) => cursor)

describe('B02 what a stream can replay', () => {
  it('covers everything from where it was opened until events are let go', () => {
    const ring = new Ring(2, '10')
    expect([ring.covers('09'), ring.covers('10')]).toEqual([false, true])
    for (const cursor of ['11', '12', '13']) ring.push(cursor, '')
    expect([ring.covers('10'), ring.covers('11')]).toEqual([false, true])
    expect(cursorsAfter(ring, '11')).toEqual(['12', '13'])
    expect(cursorsAfter(ring, '12')).toEqual(['13'])
  })

  it('covers nothing while it is not known where the stream began', () => {
    const ring = new Ring(2, null)
    expect(ring.covers('10')).toBe(false)
    ring.push('10', '')
    expect([ring.covers('09'), ring.covers('10')]).toEqual([false, true])
    ring.push('11', '')
    expect(cursorsAfter(ring, '10')).toEqual(['11'])
  })

  it('covers what comes after a position that the subgraph has named', () => {
    const ring = new Ring(2, null)
    ring.begin('10')
    expect([ring.covers('09'), ring.covers('10'), ring.covers('12')]).toEqual([false, true, true])
  })

  it('covers no position of another width', () => {
    const ring = new Ring(2, '10')
    expect([ring.covers('9'), ring.covers('100')]).toEqual([false, false])
  })
})
