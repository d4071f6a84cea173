import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { amidCommands } from './amid-commands.ts'
import { answered, approve, sign } from './commands.ts'
import { copiedTables, fillCopies, KEEPERS, spoilCopies, tablesOfKeepers, TELLERS } from './copies.ts'
import { ledgersOf, WHOLE, witnessMessages } from './ledger.ts'
import { startPortal, untilAnswered, type Caller, type Portal } from './portal.ts'
import { listen, readQueue } from './queue-listener.ts'
import { startTraining, type Training } from './training.ts'

/**
 * How long a cached actor is fresh when identity reports no changes. After it the gateway requests the actor anew, or
 * uses the stale entry.
 */
const FRESH_MS = 2_000

let portal: Portal
let training: Training
let leader: Caller
let deputy: Caller
let earlier: Caller

beforeAll(async () => {
  portal = await startPortal()
  leader = portal.caller('Ingrid Solheim')
  deputy = portal.caller('Kari Mette Bruvold')
  const trainees = ['Amalie Nygård', 'Jonas Haugland', 'Oda Skaar', 'Sara Elise Moen'].map((name) =>
    portal.caller(name),
  )
  training = await startTraining(leader, trainees)
  await witnessMessages(portal)
  earlier = portal.caller('Berit Aasen')
  await readQueue(earlier)
}, 180_000)
afterAll(() => portal?.stop())

amidCommands(
  () => ({ portal, training, leader }),
  {
    name: 'a killed subgraph',
    strike: () => portal.system.kill('progress'),
    mend: () => portal.system.restart('progress'),
    codes: ['SUBGRAPH_UNAVAILABLE'],
  },
  {
    name: 'a database that cuts every connection',
    strike: () => portal.cutDatabase(),
    mend: () => Promise.resolve(),
    codes: ['SUBGRAPH_UNAVAILABLE'],
  },
)

describe('two hands on one thing', () => {
  const sorted = (outcomes: readonly { readonly __typename: string }[]) =>
    outcomes.map(({ __typename }) => __typename).toSorted()

  test('B02 of two signers at once one signs, and the other gets StaleVersion', async () => {
    const { id } = await training.waiting(leader)
    const input = { activityId: id, expectedVersion: 3 }
    const outcomes = await Promise.all([answered(sign(leader, input)), answered(sign(deputy, input))])
    expect(sorted(outcomes)).toEqual(['SignActivitySuccess', 'StaleVersion'])
    const [ledger] = await ledgersOf(portal, [id])
    expect(ledger).toEqual({ id, version: 4, ...WHOLE[4] })
  })

  test('B02 of two approvers at once one approves, and the other gets StaleVersion', async () => {
    const { id: goalId } = await training.waitingGoal(leader)
    const input = { goalId, expectedVersion: 3 }
    const outcomes = await Promise.all([answered(approve(leader, input)), answered(approve(deputy, input))])
    expect(sorted(outcomes)).toEqual(['ApproveGoalSuccess', 'StaleVersion'])
  })
})

/** Longer than the gateway keeps a socket to a subgraph without listeners. */
const QUIET_MS = 6_500

test('B02 live queues are alive after a restart of their subgraph and a quiet moment, again and again', async () => {
  for (let round = 0; round < 3; round++) {
    const queue = await listen(portal, leader)
    if (round < 2) {
      await portal.system.kill('progress')
      await portal.system.restart('progress')
      await untilAnswered(() => readQueue(leader))
    }
    await training.waiting(leader)
    await expect.poll(() => queue.cursors.length, { timeout: 15_000 }).toBe(1)
    expect(queue.ends).toEqual([])
    queue.close()
    await delay(QUIET_MS)
  }
}, 120_000)

test('B02 what subgraphs keep of others is rebuilt as it was from their events, and nothing else changes', async () => {
  await fillCopies(portal)
  const before = await tablesOfKeepers(portal)
  const filled = (await copiedTables()).filter((table) => before[table])
  expect(filled).toEqual(
    expect.arrayContaining(['progress.recommendation', 'progress.track', 'supervision.service_period']),
  )
  await spoilCopies(portal)
  const spoilt = await tablesOfKeepers(portal)
  expect(filled.filter((table) => spoilt[table] === before[table])).toEqual([])
  for (const name of KEEPERS) await portal.system.run(name, 'rebuild.ts')
  for (const name of TELLERS) await portal.system.run(name, 'replay.ts')
  expect(await tablesOfKeepers(portal)).toEqual(before)
}, 240_000)

describe('a part of the portal is away', () => {
  test('B02 without curriculum one signs and approves', async () => {
    const [activity, goal] = [await training.waiting(leader), await training.waitingGoal(leader)]
    await portal.system.kill('curriculum')
    const signed = await answered(sign(leader, { activityId: activity.id, expectedVersion: 3 }))
    const approved = await answered(approve(leader, { goalId: goal.id, expectedVersion: 3 }))
    await portal.system.restart('curriculum')
    expect([signed, approved]).toEqual([
      { __typename: 'SignActivitySuccess', activity: { status: 'SIGNED', version: 4 } },
      { __typename: 'ApproveGoalSuccess', goal: { status: 'APPROVED', version: 4 } },
    ])
  })

  test('B02 without identity a cached person reads and signs; a new one is refused at once', async () => {
    const { id: activityId } = await training.waiting(leader)
    await readQueue(deputy)
    await portal.system.kill('identity')
    await delay(FRESH_MS)
    const signed = await answered(sign(leader, { activityId, expectedVersion: 3 }))
    expect(signed.activity).toEqual({ status: 'SIGNED', version: 4 })
    await expect(readQueue(earlier)).resolves.toMatchObject({ counts: { waiting: 0 } })

    const start = performance.now()
    const stranger = portal.caller('Omar Haddadi')
    expect(await stranger.attempt('{ viewer { trainee { id } } }')).toEqual({
      kind: 'failed',
      code: 'ACTOR_UNAVAILABLE',
    })
    expect(performance.now() - start).toBeLessThan(3000)
    await portal.system.restart('identity')
    await expect
      .poll(() => stranger.attempt('{ viewer { trainee { id } } }'), { timeout: 10_000 })
      .toMatchObject({ kind: 'data' })
  }, 60_000)
})

// Last: a killed gateway loses its cache of actors.
amidCommands(() => ({ portal, training, leader }), {
  name: 'a killed gateway',
  strike: () => portal.system.kill('gateway'),
  mend: () => portal.system.restart('gateway'),
  codes: ['NO_ANSWER'],
})
