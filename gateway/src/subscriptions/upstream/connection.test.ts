import { describe, expect, it } from 'vitest'
import type { Wire } from './wire.ts'
import { delayOf, isLate, isStuck, outageAt, socketOf, type Connection } from './connection.ts'
import type { Liveness } from './liveness.ts'

const socket = { wire: {} as Wire, liveness: {} as Liveness }
const before = { since: 1_000, attempts: 3 }
const connecting = { kind: 'connecting', socket, outage: before } as const
const ready = { kind: 'ready', socket, outage: before, since: 10_000, keep: null } as const
const waiting = { kind: 'waiting', until: 10_000, cancel: () => {} } as const
const timing = { backoffMs: 100, maxBackoffMs: 1_000, giveUpAfterMs: 30_000 }

describe('B02 a break of the socket to a subgraph', () => {
  it.each<[string, Connection, number, object]>([
    ['while it connects anew goes on counting', connecting, 20_000, before],
    [
      'while it connects at first begins one',
      { ...connecting, outage: null },
      20_000,
      { since: 20_000, attempts: 0 },
    ],
    ['soon after it was there goes on counting', ready, 15_000, before],
    ['when it has held begins one', ready, 15_001, { since: 15_001, attempts: 0 }],
    [
      'of one that never broke begins one',
      { ...ready, outage: null },
      11_000,
      { since: 11_000, attempts: 0 },
    ],
    ['while nobody has one begins one', waiting, 20_000, { since: 20_000, attempts: 0 }],
  ])('%s', (_when, connection, now, outage) => {
    expect(outageAt(connection, now)).toEqual(outage)
  })

  it.each([
    ['the first is made at once, at the next replica', 0, 2, 0, 0],
    ['the first waits where there is one replica', 0, 1, 0, 50],
    ['later ones wait longer', 1, 2, 0, 100],
    ['later ones wait longer still', 2, 2, 0, 200],
    ['and differ, to keep gateways apart', 2, 2, 1, 400],
    ['up to a bound', 9, 2, 1, 1_000],
  ])('of the attempts, %s', (_which, attempts, replicas, random, wait) => {
    expect(delayOf({ since: 0, attempts }, replicas, timing, random)).toBe(wait)
  })

  it('is too long when it is longer than is waited', () => {
    expect([31_000, 31_001].map((now) => isLate(before, now, timing))).toEqual([false, true])
  })
})

it.each<[Connection, number, boolean]>([
  [{ kind: 'idle' }, 0, true],
  [waiting, 15_000, false],
  [waiting, 15_001, true],
  [connecting, 99_000, false],
  [ready, 99_000, false],
  [{ kind: 'closed' }, 99_000, false],
])('B02 nothing happens by itself any more: %#', (connection, now, is) => {
  expect(isStuck(connection, now)).toBe(is)
})

it.each<[Connection, boolean]>([
  [{ kind: 'idle' }, false],
  [waiting, false],
  [connecting, true],
  [ready, true],
  [{ kind: 'closed' }, false],
])('B02 there is a socket: %#', (connection, is) => {
  expect(socketOf(connection)).toBe(is ? socket : null)
})
