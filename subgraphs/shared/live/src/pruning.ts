import { prune, type Database } from './log.ts'

interface Pruning {
  readonly pool: Database
  readonly table: string
  readonly onError: (error: unknown) => void
}

const HOURLY = 3_600_000

/**
 * Forgets a log's old events at the start of the process and then every hour, whether or not anybody follows the log.
 * Every replica may run it: one at a time does the work. Returns how to stop.
 */
export function startPruning({ pool, table, onError }: Pruning): () => void {
  const run = () => void prune(pool, table).catch(onError)
  run()
  const timer = setInterval(run, HOURLY).unref()
  return () => clearInterval(timer)
}
