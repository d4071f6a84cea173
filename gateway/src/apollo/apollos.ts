import type { Graph } from '../graph/graph.ts'
import { openApollo, type Apollo, type ApolloOptions } from './open-apollo.ts'

/** The servers of the graphs that are in force, or still answer what began on them. */
export interface Apollos {
  /** Throws when Apollo's gateway does not take the supergraph. */
  open(graph: Graph): Promise<void>
  of(graph: Graph): Apollo
  close(): Promise<void>
}

/** `drainMs`: how long the server of a former graph is kept for what began on it. */
export function createApollos(options: ApolloOptions & { readonly drainMs: number }): Apollos {
  const byGraph = new WeakMap<Graph, Apollo>()
  const running = new Set<Apollo>()

  async function stop(apollo: Apollo): Promise<void> {
    if (running.delete(apollo)) await apollo.stop()
  }

  return {
    async open(graph) {
      const former = [...running]
      const apollo = await openApollo(graph, options)
      byGraph.set(graph, apollo)
      running.add(apollo)
      for (const each of former) setTimeout(() => void stop(each), options.drainMs).unref()
    },
    of(graph) {
      const apollo = byGraph.get(graph)
      if (!apollo) throw new Error('No server was opened for the graph')
      return apollo
    },
    async close() {
      await Promise.all([...running].map(stop))
    },
  }
}
