import type { Bus } from '@kompetanse/events'
import { serveSubgraph, type SubgraphOptions } from '@kompetanse/graph'
import type { Subgraph } from './subgraph.ts'

export interface RunOptions extends Pick<SubgraphOptions, 'schema' | 'routes'> {
  readonly subgraph: Subgraph
  /** Starts keeping copies of what other subgraphs publish. */
  readonly projections?: (bus: Bus) => Promise<void>
  /** Each starts something else that the process does, once it is connected, and returns how to end that. */
  readonly background?: readonly (() => () => void)[]
  /** Run when it is told to stop: ends answers that would go on by themselves. */
  readonly onStopping?: () => void
  /** Run before the connections are ended. */
  readonly onStop?: () => Promise<void>
}

/** The main of every subgraph: migrates, starts the bus and the projections, serves, and stops all in turn. */
export async function runSubgraph(options: RunOptions): Promise<void> {
  const { subgraph, schema, routes } = options
  const { name, pool, bus } = subgraph
  await subgraph.migrate()
  await bus.start()
  await options.projections?.(bus)
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

/** A command beside the serving process (seed, replay, rebuild): does its work on a migrated database and ends. */
export async function runCommand(subgraph: Subgraph, work: () => Promise<void>): Promise<void> {
  try {
    await subgraph.migrate()
    await subgraph.bus.start()
    await work()
  } finally {
    await subgraph.stop()
  }
}
