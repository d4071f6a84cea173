import type { SubgraphDefinition } from '../subgraph-fixture.ts'

/** An error in a client's answer: its path, and its code. */
export type ExpectedError = readonly [path: string, code: string]

/** One operation and its right answer, by the specification and by the data of the subgraphs. */
export interface Case {
  /** What it is about; the query when not given. */
  readonly title?: string
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>>
  readonly data: unknown
  /** In any order; none when not given. */
  readonly errors?: readonly ExpectedError[]
  /** Paths of nulls without an error; none when not given. */
  readonly unexplained?: readonly string[]
  /** Part of the answer's text, where parsed JSON would not show the difference. */
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

/** A subgraph that answers every request by one error with this code, and nothing else. */
export const byCode = (name: string, sdl: string, code: string): SubgraphDefinition => ({
  ...{ name, sdl, resolvers: {} },
  respond: () => ({ body: JSON.stringify({ errors: [{ message: 'no', extensions: { code } }] }) }),
})

/** An answer that a subgraph gives, word for word, and what clients get of it. */
export interface Script {
  readonly answer: string
  readonly cases: readonly Case[]
}

/** The same operation under a name by which the subgraph finds its script. */
const underName = (query: string, name: string) =>
  query.replace(/^(query|mutation)?\s*(?=[({])/, (_, kind: string = 'query') => `${kind} ${name} `)

/** Cases over a subgraph that answers each script's operations by its text, whatever they select, and over others. */
export function scriptedCases(
  title: string,
  sdl: string,
  others: readonly SubgraphDefinition[],
  scripts: readonly Script[],
): Kind {
  const named = scripts.map((script, index) => ({ ...script, name: `Script${index}_` }))
  const replies = Object.fromEntries(named.map(({ name, answer }) => [name, answer]))
  const cases = named.flatMap(({ name, answer, cases: own }) =>
    own.map((each) => ({
      ...each,
      title: `${answer || 'nothing'} to ${each.query}`,
      query: underName(each.query, name),
    })),
  )
  return { title, subgraphs: [scripted('scripted', sdl, replies), ...others], cases }
}
