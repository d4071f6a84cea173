import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SUBGRAPHS } from '../parts.ts'
import { ROOT } from '../root.ts'
import { answered, sign } from './commands.ts'
import { unheard } from './heard.ts'
import { startPortal, type Caller, type Portal } from './portal.ts'
import { listen, type QueueListener } from './queue-listener.ts'
import { startTraining, type Training } from './training.ts'

/** For how long the database is away. */
const AWAY_MS = Number(process.env['OUTAGE_MS'] ?? 10_000)
/** Within which everything is as before once it is there again. */
const BACK_MS = 10_000

let portal: Portal
let training: Training
let leader: Caller
let supervisor: Caller
/** The leader's, and the supervisor's, in which nothing happens while the database is away. */
let queues: readonly QueueListener[]

beforeAll(async () => {
  portal = await startPortal({ withWeb: true })
  leader = portal.caller('Ingrid Solheim')
  supervisor = portal.caller('Berit Aasen')
  training = await startTraining(leader, [portal.caller('Amalie Nygård')])
  queues = [await listen(portal, leader), await listen(portal, supervisor)]
}, 180_000)
afterAll(async () => {
  for (const queue of queues ?? []) queue.close()
  await portal?.stop()
})

const processes = () => portal.system.parts.filter((name) => name !== 'postgres')
/** Processes that store nothing in the database. */
const WITHOUT_DATABASE = ['gateway', 'identity-provider']
const REPLAYED = SUBGRAPHS.filter((name) => existsSync(join(ROOT, 'subgraphs', name, 'src/replay.ts')))

const statusOf = (name: string) =>
  fetch(portal.system.probe(name)).then(
    ({ status }) => status,
    () => 0,
  )
const linesOf = (name: string) =>
  readFileSync(join(portal.system.logs, `${name}.log`), 'utf8').split('\n').length

async function startedAnew(name: string): Promise<void> {
  await portal.system.kill(name)
  await portal.system.restart(name)
}

/** After how many seconds each process is ready. */
async function untilReady(): Promise<Record<string, number>> {
  const since = performance.now()
  const entries = processes().map(async (name) => {
    await expect.poll(() => statusOf(name), { timeout: BACK_MS, interval: 50, message: name }).toBe(200)
    return [name, Math.round((performance.now() - since) / 100) / 10] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}

/** What should happen in normal operation, for every part that uses the database. */
async function allIsWell(): Promise<void> {
  const before = queues.map(({ cursors }) => cursors.length)
  const { id: activityId } = await training.waiting(leader)
  const { activity } = await answered(sign(leader, { activityId, expectedVersion: 3 }))
  expect(activity?.status).toBe('SIGNED')
  await training.waiting(supervisor)
  const [signing = 0, idle = 0] = before
  await expect
    .poll(() => queues.map(({ cursors }) => cursors.length), { timeout: BACK_MS })
    .toEqual([signing + 2, idle + 1])
  for (const name of REPLAYED) await portal.system.run(name, 'replay.ts')
  await expect.poll(() => unheard(portal.tables, SUBGRAPHS), { timeout: 2 * BACK_MS }).toEqual([])
  expect((await fetch(portal.system.web, { redirect: 'manual' })).status).toBe(303)
}

test('B02 queues get what happens, each event once, and what is published is heard', allIsWell, 120_000)

describe.each([
  ['all processes run on', false],
  ['all processes run on, once more', false],
  ['all processes are killed and started', true],
])('the database is away while %s', (_, killed) => {
  let lines: readonly (readonly [string, number])[]
  const patience = AWAY_MS + 120_000

  test(
    'B02 who needs it says so, and is ready within seconds after it is there',
    async () => {
      const before = new Map(processes().map((name) => [name, linesOf(name)]))
      await portal.system.kill('postgres')
      const started = Promise.all(killed ? processes().map(startedAnew) : [])
      started.catch(() => undefined)
      const asking = setInterval(() => void leader.attempt('{ viewer { trainee { id } } }'), 50)
      await delay(AWAY_MS)
      clearInterval(asking)
      for (const name of processes()) {
        const status = WITHOUT_DATABASE.includes(name) ? 200 : killed ? 0 : 503
        await expect.poll(() => statusOf(name), { message: name }).toBe(status)
      }
      lines = processes().map((name) => [name, linesOf(name) - (before.get(name) ?? 0)])
      await portal.system.restart('postgres')
      const seconds = await untilReady()
      await started
      process.stdout.write(
        `ready after s: ${JSON.stringify(seconds)}, lines of log: ${JSON.stringify(lines)}\n`,
      )
    },
    patience,
  )

  test('B02 queues that were open go on, each event once, and what is published is heard', async () => {
    await allIsWell()
    // A listener whose events cannot be read while the database is away gets an error, and resumes from its last
    // cursor.
    const ends = new Set(queues.flatMap((queue) => queue.ends))
    if (killed) ends.delete('SUBSCRIPTION_UPSTREAM_LOST')
    expect([...ends]).toEqual([])
  }, 120_000)

  test('the logs say it, a few lines per cause, and no more than one in ten seconds after that', () => {
    const [causes, windows] = [10, 1 + AWAY_MS / 10_000]
    for (const [name, count] of lines) expect([name, count <= causes * windows]).toEqual([name, true])
    expect(lines.filter(([name, count]) => count === 0 && SUBGRAPHS.includes(name))).toEqual([])
  })
})
