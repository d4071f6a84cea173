import { setTimeout as delay } from 'node:timers/promises'
import type { createPool } from '@kompetanse/database'

/** Resolves when progress has heard all that identity and curriculum have told so far. */
export async function allIsHeard(tables: ReturnType<typeof createPool>): Promise<void> {
  for (;;) {
    const { rowCount } = await tables.query(
      `SELECT 1 FROM progress_inbox.job JOIN progress_inbox.subscription USING (name)
       WHERE state IN ('created', 'retry', 'active') LIMIT 1`,
    )
    if (!rowCount) return
    await delay(100)
  }
}
