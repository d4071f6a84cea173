import type { Actor } from '@kompetanse/schema/actor-token'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { stillHolds } from '../../subscriptions/from-gateway.ts'
import { aSession } from '../../../testing/subscriptions/world.ts'
import { silent } from '../../../testing/gateway-fixture.ts'
import { ShakyIdentity } from '../../../testing/shaky-identity.ts'
import { createActorDirectory } from '../actor-directory.ts'
import { createEndedSessions } from '../ended-sessions.ts'
import { followChanges } from './follow-changes.ts'
import { createHearing } from './hear-changes.ts'

/** Within which a right that has ended must have ended everywhere. */
const PROMISED_MS = 5_000
const RECHECK_MS = 2_000

beforeEach(() => void vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const versionOf = ({ grants }: Actor) => Number(grants[0]?.enterpriseId)

/** A gateway's own parts before that identity, with one socket that comes back as who it then is. */
async function aGateway(identity: ShakyIdentity, [readAfter, answeredAfter]: readonly [number, number]) {
  const directory = createActorDirectory(identity.ask(readAfter, answeredAfter), silent)
  const ended = createEndedSessions()
  const find = async () => {
    const found = await directory.find('subject')
    if (found.kind === 'refused') throw new Error('identity answers in this world')
    return found.actor
  }
  let session = { ...aSession('subject'), actor: await find() }
  const recheck = () => {
    void stillHolds({ find: directory.find, ended }, session).then(async (holds) => {
      if (!holds) session = { ...session, actor: await find() }
    })
  }
  const hearing = createHearing({ directory, ended, recheck: (which) => which(session) && recheck() })
  const stopFollowing = followChanges(identity.open, hearing, silent)
  const rechecking = setInterval(recheck, RECHECK_MS)
  return {
    request: find,
    listensAs: () => versionOf(session.actor),
    stop() {
      clearInterval(rechecking)
      stopFollowing()
    },
  }
}

const step = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ kind: 'change' as const }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('pass'), ms: fc.integer({ min: 1, max: 6_000 }) }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'silence' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('sick'),
      process: fc.constantFrom(0, 1),
      health: fc.constantFrom('up' as const, 'hung' as const, 'down' as const),
    }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

const LOOK_MS = 100

/** For how long, at most, requests and the socket went on with a right that had ended. */
async function longestAfter(steps: readonly Step[], delays: readonly [number, number]): Promise<number> {
  const identity = new ShakyIdentity()
  const starting = aGateway(identity, delays)
  await vi.advanceTimersByTimeAsync(1_000)
  const gateway = await starting
  let longest = 0
  const note = (version: number, at: number) => {
    const endedAt = identity.changes[version]
    if (endedAt !== undefined) longest = Math.max(longest, at - endedAt)
  }
  const request = async () => {
    const at = Date.now()
    note(versionOf(await gateway.request()), at)
  }
  const pass = async (ms: number) => {
    for (let left = ms; left > 0; left -= LOOK_MS) {
      void request()
      await vi.advanceTimersByTimeAsync(LOOK_MS)
      note(gateway.listensAs(), Date.now())
    }
  }
  for (const each of steps) {
    if (each.kind === 'change') identity.change()
    else if (each.kind === 'pass') await pass(each.ms)
    else if (each.kind === 'silence') identity.silence()
    else identity.fallSick(each.process, each.health)
  }
  await pass(PROMISED_MS + LOOK_MS)
  const last = gateway.request()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(versionOf(await last)).toBe(identity.changes.length)
  gateway.stop()
  return longest
}

const delays = fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 }))

describe('F026 B02 a right that has ended', () => {
  it('ends within five seconds on a living socket, whatever is lost, hangs or comes late', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 15 }), delays, async (steps, ways) => {
        expect(await longestAfter(steps, ways)).toBeLessThan(PROMISED_MS)
      }),
      { numRuns: 150 },
    )
  }, 120_000)

  it('ends as soon as identity has answered, when all is well', async () => {
    const steps: Step[] = [{ kind: 'pass', ms: 3_000 }, { kind: 'change' }, { kind: 'pass', ms: 3_000 }]
    expect(await longestAfter(steps, [20, 20])).toBeLessThanOrEqual(2 * LOOK_MS)
  })
})
