/** What the seeds of several subgraphs need: chance that can be repeated, and patience for the others' events. */
import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { inboxOf } from '@kompetanse/database'
import type { Subgraph } from './subgraph.ts'

/** A number in [0, 1) that is always the same for the same name. */
export function chance(...name: readonly (string | number)[]): number {
  const digest = createHash('sha256').update(name.join('/')).digest()
  return digest.readUInt32BE(0) / 2 ** 32
}

/** One of them, always the same for the same name. Throws when there is none to choose from. */
export function choose<T>(from: readonly T[], ...name: readonly (string | number)[]): T {
  const chosen = from[Math.floor(chance(...name) * from.length)]
  if (chosen === undefined) throw new Error('nothing to choose from')
  return chosen
}

const PATIENCE_MS = 30_000

/**
 * Waits until the events of other subgraphs have been taken in by the running process: none is left in this subgraph's
 * queues, and `hasContent`. Seeding publishes in the transactions that seed, so after it all events are there. Throws
 * when they do not come.
 */
export async function waitForEvents(
  { name, pool }: Pick<Subgraph, 'name' | 'pool'>,
  hasContent: () => Promise<boolean>,
): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  while (Date.now() < deadline) {
    if ((await eventsLeft(pool, name)) === 0 && (await hasContent())) return
    await sleep(200)
  }
  throw new Error(`${name} has not heard of what it is seeded on; have the subgraphs before it been seeded?`)
}

async function eventsLeft(pool: Subgraph['pool'], name: string): Promise<number> {
  const { rows } = await pool.query<{ left: number }>(
    `SELECT count(*)::int AS left FROM ${inboxOf(name)}.job
     WHERE name IN (SELECT name FROM ${inboxOf(name)}.subscription) AND state IN ('created', 'retry', 'active')`,
  )
  return rows[0]?.left ?? 0
}
