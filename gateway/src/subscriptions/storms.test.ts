import { setTimeout as delay } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Listener } from '../../testing/subscriptions/listener.ts'
import { cursorOf } from '../../testing/subscriptions/queue-log.ts'
import { aWorld, QUEUE } from '../../testing/subscriptions/world.ts'

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('emit'), count: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'drop' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'end' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'restart' as const }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('join'),
      person: fc.constantFrom('kari', 'ola'),
      /** How far back from now the joining client has read: 0 is all of it, 1 is nothing. */
      back: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
  },
)

interface Joined {
  readonly listener: Listener
  readonly after: number
}

describe('B02 whatever happens upstream', () => {
  it('every listener gets every event after its position, once and in order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 25 }), async (steps) => {
        // A machine with other things to do lets every drop meet a socket: the wait for the next must not add up.
        const world = await aWorld({ limits: { replayedEvents: 5 }, timing: { maxBackoffMs: 100 } })
        const { log } = world.queue
        const joined: Joined[] = []
        const join = (person: string, after: number) => {
          const listener = world.tab(person).listen(QUEUE, { queue: 'a', after: cursorOf(after) })
          joined.push({ listener, after })
        }
        try {
          join('kari', 0)
          for (const each of steps) {
            if (each.kind === 'drop') world.queue.drop()
            else if (each.kind === 'end') log.endAll()
            else if (each.kind === 'restart') await world.queue.stop().then(() => world.queue.start())
            else if ('person' in each) join(each.person, Math.round(log.events.length * (1 - each.back)))
            else if ('count' in each) for (let count = 0; count < each.count; count++) log.emit('a')
            await delay(3)
          }
          const all = log.events.map(({ number }) => number)
          const got = () => joined.map(({ listener }) => listener.numbers)
          const due = joined.map(({ after }) => all.slice(after))
          await vi.waitFor(() => expect(got()).toEqual(due), 5_000)
          expect(joined.map(({ listener }) => listener.errors)).toEqual(joined.map(() => null))
        } finally {
          await world.end()
        }
      }),
      { numRuns: 12 },
    )
  }, 60_000)
})
