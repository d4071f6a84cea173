import { SILENCE_MS } from '@kompetanse/schema/actor-changes'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterwards, CONNECT_MS, type Following, type Happening } from './following.ts'

const happenings = ['listening', 'heard', 'lost', 'time', 'stop'] as const
const happening = fc.record({
  what: fc.constantFrom(...happenings),
  after: fc.integer({ max: 3_000, min: 0 }),
})

/** The states that it goes through, with when and by what each was come to. */
function run(steps: readonly { readonly what: Happening; readonly after: number }[]) {
  let following: Following = { kind: 'waiting', until: 0, failures: 0 }
  let now = 0
  return steps.map(({ what, after }) => {
    now += after
    const before = following
    following = afterwards(following, what, now)
    return { before, what, following, now }
  })
}

function faultsOf({ before, what, following, now }: ReturnType<typeof run>[number]): string[] {
  const { kind } = following
  const isTime = what === 'time'
  const isStopped = before.kind === 'stopped' || what === 'stop'
  const faults = {
    'follows before the stream is confirmed':
      kind === 'following' && before.kind !== 'following' && what !== 'listening',
    'follows in spite of silence': kind === 'following' && isTime && now - following.heardAt >= SILENCE_MS,
    'waits for a silent process': kind === 'connecting' && isTime && now - following.since >= CONNECT_MS,
    'waits for long before it tries again': kind === 'waiting' && following.until - now > 2_000,
    'stopped, or not': isStopped !== (kind === 'stopped'),
  }
  return Object.entries(faults).flatMap(([fault, is]) => (is ? [fault] : []))
}

describe('the connection to who tells what changes', () => {
  it('whatever happens, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 40 }), (steps) => {
        expect(run(steps).flatMap(faultsOf)).toEqual([])
      }),
      { numRuns: 2_000 },
    )
  })

  it.each<[Following, Happening, number, Following['kind']]>([
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
  ])('%j, %s at %i: %s', (following, what, now, kind) => {
    expect(afterwards(following, what, now).kind).toBe(kind)
  })
})
