import type { SubgraphDefinition } from '../../testing/subgraph-fixture.ts'

/** What an error says to a client: its place in the answer, and its code. */
export type Told = readonly [path: string, code: string]

/** One operation and the right answer to it, by the specification and by what the subgraphs know. */
export interface Case {
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>>
  readonly data: unknown
  /** In any order; none when not given. */
  readonly errors?: readonly Told[]
  /** Paths of nulls that no error explains; none when not given. */
  readonly unexplained?: readonly string[]
  /** Part of the answer's text, where JSON that was parsed would not tell. */
  readonly text?: string
  /**
   * Why Apollo's own executor answers otherwise: a fault that is neither in the plan's document nor in what the data
   * source gives, so that it cannot be mended from outside.
   */
  readonly notByApollo?: string
}

/** Cases of one kind of fault, over the same subgraphs. */
export interface Kind {
  readonly title: string
  readonly subgraphs: readonly SubgraphDefinition[]
  readonly cases: readonly Case[]
}

/** A subgraph that answers a request by the first of these texts whose key the request's document contains. */
export function scripted(
  name: string,
  sdl: string,
  replies: Readonly<Record<string, string>>,
): SubgraphDefinition {
  const find = (query: string) => Object.entries(replies).find(([part]) => query.includes(part))?.[1]
  return { name, sdl, resolvers: {}, respond: ({ query }) => ({ body: find(query) ?? '{"data":{}}' }) }
}
