import type { Graph } from '../graph/graph.ts'
import type { Logger } from '../process/log.ts'
import { SubgraphClient } from './subgraph-client.ts'

export interface SubgraphsOptions {
  /** Subgraph name → the addresses of its processes; by default the address in the supergraph. */
  readonly urls: ReadonlyMap<string, readonly string[]>
  /** Milliseconds that a request may take in all, from the wait for a connection to the answer's last byte. */
  readonly timeoutMs: number
  readonly connections: number
  /** Bytes that an answer may measure, decoded. */
  readonly maxAnswerBytes?: number | undefined
  readonly log: Logger
}

/** The clients of every subgraph. One outlives a reload as long as its address is the same. */
export class Subgraphs {
  readonly #options: SubgraphsOptions
  readonly #byGraph = new WeakMap<Graph, ReadonlyMap<string, SubgraphClient>>()
  #current: ReadonlyMap<string, SubgraphClient> = new Map()

  constructor(graph: Graph, options: SubgraphsOptions) {
    this.#options = options
    this.follow(graph)
  }

  /** Takes up a new graph. Requests under way keep the clients of the graph that they began on. */
  follow(graph: Graph): void {
    const former = this.#current
    const clients = new Map(
      [...graph.urls].map(([name, url]) => [name, this.#client(former.get(name), name, url)]),
    )
    this.#byGraph.set(graph, clients)
    this.#current = clients
    const unused = [...former.values()].filter((client) => clients.get(client.name) !== client)
    const closing = setTimeout(
      () => unused.forEach((c) => void c.replicas.close()),
      3 * this.#options.timeoutMs,
    )
    closing.unref()
  }

  #client(former: SubgraphClient | undefined, name: string, url: string): SubgraphClient {
    const urls = this.#options.urls.get(name) ?? [url]
    if (former?.replicas.urls.join() === urls.join()) return former
    return new SubgraphClient(name, urls, this.#options)
  }

  /** Throws for a name that the graph does not have. */
  get(graph: Graph, name: string): SubgraphClient {
    const client = this.#byGraph.get(graph)?.get(name)
    if (!client) throw new Error(`The supergraph has no subgraph ${name}`)
    return client
  }

  /** The client of a subgraph outside of any operation; undefined when the graph in force has none. */
  named(name: string): SubgraphClient | undefined {
    return this.#current.get(name)
  }

  async close(): Promise<void> {
    await Promise.all([...this.#current.values()].map(({ replicas }) => replicas.close()))
  }
}
