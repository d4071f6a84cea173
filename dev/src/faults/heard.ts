import { setTimeout as delay } from 'node:timers/promises'
import type { createPool } from '@kompetanse/database'
import { inboxOf } from '@kompetanse/database/embedded'

interface Waiting {
  readonly inbox: string
  readonly event: string
  readonly state: string
  readonly count: number
  /** How often the one that was tried most often was tried again, and what came of it last. */
  readonly retries: number
  readonly output: string | null
}

/** Events that are in the inboxes of these subgraphs and not handled yet. */
export async function unheard(
  tables: ReturnType<typeof createPool>,
  subgraphs: readonly string[],
): Promise<Waiting[]> {
  const waitingIn = (inbox: string) =>
    `SELECT '${inbox}' AS inbox, event, state::text, count(*)::int, max(retry_count) AS retries, max(output::text) AS output
     FROM ${inbox}.job JOIN ${inbox}.subscription USING (name)
     WHERE state IN ('created', 'retry', 'active') GROUP BY event, state`
  const { rows } = await tables.query<Waiting>(subgraphs.map(inboxOf).map(waitingIn).join(' UNION ALL '))
  return rows
}

/** Resolves when these subgraphs have handled all events published so far. */
export async function allIsHeard(
  tables: ReturnType<typeof createPool>,
  subgraphs: readonly string[],
): Promise<void> {
  while ((await unheard(tables, subgraphs)).length > 0) await delay(100)
}
