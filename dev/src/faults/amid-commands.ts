import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answered } from './commands.ts'
import { nextCommand, startCommands, type CommandStream } from './command-stream.ts'
import { cursorsOf, ledgersOf, WHOLE } from './ledger.ts'
import { untilAnswered, type Caller, type Portal } from './portal.ts'
import { listen, readQueue, type QueueListener } from './queue-listener.ts'
import type { Training } from './training.ts'

/** Each is sent and signed; the fault strikes when so many of the commands have been acknowledged. */
const ACTIVITIES = 40
const BEFORE = 24

/** The scene of a fault: the leader signs what the trainees send. */
export interface Scene {
  readonly portal: Portal
  readonly training: Training
  readonly leader: Caller
}

export interface Fault {
  readonly name: string
  readonly strike: () => Promise<void>
  readonly mend: () => Promise<void>
  /** How the commands may fail that are under way. */
  readonly codes: readonly string[]
  /** What is done when all events are published. */
  readonly restore?: () => Promise<void>
}

/** Tests of what a fault leaves behind that strikes while many commands are under way and a queue is open. */
export const amidCommands = (scene: () => Scene, ...faults: readonly Fault[]) =>
  describe.each(faults)('$name amid a stream of commands', ({ name, strike, mend, codes, restore }) => {
    let portal: Portal
    let leader: Caller
    let stream: CommandStream
    let queue: QueueListener
    let ids: string[]

    beforeAll(async () => {
      const { training } = scene()
      ;({ portal, leader } = scene())
      const activities = await training.registered(ACTIVITIES)
      ids = activities.map(({ id }) => id)
      queue = await listen(portal, leader)
      stream = startCommands(activities, leader)
      await stream.acknowledged(BEFORE)
      await strike()
      await mend()
      await untilAnswered(() => readQueue(leader))
      stream.goOn()
      await stream.done
    }, 60_000)
    afterAll(async () => {
      queue?.close()
      await restore?.()
    })

    test(`B02 ${name} loses no acknowledged write and invents none`, async () => {
      const uncertain = stream.journeys.filter(({ unacknowledged }) => unacknowledged !== null)
      expect(uncertain.length).toBeGreaterThan(0)
      for (const { unacknowledged } of uncertain) expect(codes).toContain(unacknowledged)
      const ledgers = new Map((await ledgersOf(portal, ids)).map((ledger) => [ledger.id, ledger]))
      for (const { activity, acknowledged, unacknowledged } of stream.journeys) {
        const { id, version, ...left } = ledgers.get(activity.id) ?? { id: '', version: 0 }
        expect(unacknowledged === null ? [acknowledged] : [acknowledged, acknowledged + 1]).toContain(version)
        expect(left, `${id} at version ${version}`).toEqual(WHOLE[version])
      }
    })

    test(`B02 after ${name} a command given again is carried out once`, async () => {
      for (const journey of stream.journeys) {
        while (journey.acknowledged < 4) {
          const { __typename, activity, currentVersion } = await answered(nextCommand(journey, leader))
          // Stale: it had been carried out, and only its answer was lost.
          expect(activity?.version ?? currentVersion, __typename).toBe(journey.acknowledged + 1)
          journey.acknowledged += 1
        }
      }
      for (const { id, version, ...left } of await ledgersOf(portal, ids)) {
        expect(version, id).toBe(4)
        expect(left, id).toEqual(WHOLE[4])
      }
    })

    test(`B02 a queue that was open across ${name} gets every change exactly once`, async () => {
      const committed = await cursorsOf(portal, ids)
      expect(committed.length).toBe(2 * ACTIVITIES)
      await expect
        .poll(() => queue.cursors.length, { timeout: 15_000, message: `ended by ${queue.ends.join()}` })
        .toBeGreaterThanOrEqual(committed.length)
      expect(queue.ends).toEqual([])
      await delay(300)
      expect(queue.cursors).toEqual(committed)
      const { counts, waiting } = await readQueue(leader)
      expect(queue.counts).toEqual(counts)
      expect(queue.waiting).toEqual(waiting)
    })
  })
