import { setTimeout as sleep } from 'node:timers/promises'
import { database, pool } from '../database.ts'

const PATIENCE_MS = 30_000

/**
 * Waits until the events of identity and curriculum have been taken in: there are trainees with leaders and plans
 * with goals, and no event is left in this subgraph's queues. Throws when they do not come.
 */
export async function waitForProjections(): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  while (Date.now() < deadline) {
    if ((await eventsLeft()) === 0 && (await hasContent())) return
    await sleep(200)
  }
  throw new Error('the directory and the curriculum have not arrived; are identity and curriculum seeded?')
}

/** Seeding publishes in the transactions that seed, so after it all events are in the queues or taken in. */
async function eventsLeft(): Promise<number> {
  const { rows } = await pool.query<{ left: number }>(
    `SELECT count(*)::int AS left FROM bus.job WHERE name LIKE '%.progress' AND state IN ('created', 'retry', 'active')`,
  )
  return rows[0]?.left ?? 0
}

async function hasContent(): Promise<boolean> {
  const led = { isTrainee: true, relationsAsTrainee: { some: { kind: 'LEADER' as const } } }
  const trainee = await database.person.findFirst({ where: led })
  const plan = await database.planVersion.findFirst({
    where: { template: { code: 'ALM' }, goals: { some: {} } },
  })
  return trainee !== null && plan !== null
}
