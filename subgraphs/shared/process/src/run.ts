import { startCopies, type Copy } from '@kompetanse/events'
import { logger, serveSubgraph, type SubgraphOptions } from '@kompetanse/graph'
import { onceThere } from '@kompetanse/schema/process/database-away'
import type { Subgraph } from './subgraph.ts'

export interface RunOptions extends Pick<SubgraphOptions, 'schema' | 'routes'> {
  readonly subgraph: Subgraph
  /** What it keeps of what other subgraphs publish. */
  readonly copies?: readonly Copy[]
  /** Each starts something else that the process does, once it is connected, and returns how to end that. */
  readonly background?: readonly (() => () => void)[]
  /** Run when the process is to stop: ends answers that would go on by themselves. */
  readonly onStopping?: () => void
  /** Run before the connections are ended. */
  readonly onStop?: () => Promise<void>
}

/**
 * The main of every subgraph: once the database is there, and has every migration, starts the bus and keeping the copies,
 * serves, and stops all in turn.
 */
export async function runSubgraph(options: RunOptions): Promise<void> {
  const { subgraph, schema, routes } = options
  const { name, pool } = subgraph
  await onceThere(
    () => connect(options),
    (err) => logger.error({ err }, 'the database is away'),
  )
  const background = (options.background ?? []).map((start) => start())
  await serveSubgraph({
    ...{ name, schema },
    ...(routes && { routes }),
    ...(options.onStopping && { onStopping: options.onStopping }),
    isReady: () =>
      pool.query('SELECT 1').then(
        () => true,
        () => false,
      ),
    onStop: async () => {
      for (const end of background) end()
      await options.onStop?.()
      await subgraph.stop()
    },
  })
}

/** All or nothing: it is done anew when the database goes away meanwhile. */
async function connect({ subgraph, copies = [] }: RunOptions): Promise<void> {
  const { bus } = subgraph
  await subgraph.migrate()
  try {
    await bus.start()
    await startCopies(bus, copies)
  } catch (error) {
    await bus.stop()
    throw error
  }
}

/** A command serves nobody: on a machine that is busy it may pause in a transaction longer than who serves. */
const PATIENT = '-c idle_in_transaction_session_timeout=60s'

/** A command beside the serving process (seed, replay, rebuild): does its work on a migrated database and ends. */
export async function runCommand(subgraph: Subgraph, work: () => Promise<void>): Promise<void> {
  const { options } = subgraph.pool
  options.options = `${options.options ?? ''} ${PATIENT}`
  try {
    await subgraph.migrate()
    await subgraph.bus.start()
    await work()
  } finally {
    await subgraph.stop()
  }
}
