import { SILENCE_MS } from '@kompetanse/schema/actor-changes'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterwards, CONNECT_MS, type Connection, type Happening } from './connection.ts'

const happenings = ['listening', 'heard', 'lost', 'time', 'stop'] as const
const happening = fc.record({
  what: fc.constantFrom(...happenings),
  after: fc.integer({ max: 3_000, min: 0 }),
})

/** The states that it goes through, with when and by what each was come to. */
function run(steps: readonly { readonly what: Happening; readonly after: number }[]) {
  let connection: Connection = { kind: 'waiting', until: 0, failures: 0 }
  let now = 0
  return steps.map(({ what, after }) => {
    now += after
    const before = connection
    connection = afterwards(connection, what, now)
    return { before, what, connection, now }
  })
}

describe('the connection to who tells what changes', () => {
  it('whatever happens, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 40 }), (steps) => {
        for (const { before, what, connection, now } of run(steps)) {
          // Nothing is believed to be heard but after it was said, and nothing longer than silence lasts.
          if (connection.kind === 'following' && before.kind !== 'following') expect(what).toBe('listening')
          if (connection.kind === 'following' && what === 'time')
            expect(now - connection.heardAt).toBeLessThan(SILENCE_MS)
          // It always goes on: at most a while is waited, for a process and between two.
          if (connection.kind === 'connecting' && what === 'time')
            expect(now - connection.since).toBeLessThan(CONNECT_MS)
          if (connection.kind === 'waiting') expect(connection.until - now).toBeLessThanOrEqual(2_000)
          if (before.kind === 'stopped') expect(connection.kind).toBe('stopped')
          if (what === 'stop') expect(connection.kind).toBe('stopped')
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it.each<[Connection, Happening, number, Connection['kind']]>([
    [{ kind: 'waiting', until: 100, failures: 1 }, 'time', 99, 'waiting'],
    [{ kind: 'waiting', until: 100, failures: 1 }, 'time', 100, 'connecting'],
    [{ kind: 'waiting', until: 100, failures: 1 }, 'listening', 100, 'waiting'],
    [{ kind: 'connecting', since: 0, failures: 0 }, 'heard', 10, 'connecting'],
    [{ kind: 'connecting', since: 0, failures: 0 }, 'listening', 10, 'following'],
    [{ kind: 'connecting', since: 0, failures: 0 }, 'lost', 10, 'waiting'],
    [{ kind: 'connecting', since: 0, failures: 0 }, 'time', CONNECT_MS, 'waiting'],
    [{ kind: 'following', heardAt: 0 }, 'heard', 10, 'following'],
    [{ kind: 'following', heardAt: 0 }, 'lost', 10, 'waiting'],
    [{ kind: 'following', heardAt: 0 }, 'time', SILENCE_MS, 'waiting'],
  ])('%j, %s at %i: %s', (connection, what, now, kind) => {
    expect(afterwards(connection, what, now).kind).toBe(kind)
  })
})
