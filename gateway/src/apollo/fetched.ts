import type { GraphQLFormattedError } from 'graphql'
import type { JsonObject } from '../json/json.ts'
import type { RequestContext } from './request-context.ts'

/** One fetch of Apollo's executor, and what came of it. */
export interface Fetched {
  /** Tells it from the other fetches of its plan. */
  readonly key: string
  /** The entities that were asked for; none of a fetch of the root. */
  readonly representations: readonly unknown[]
  readonly errors: readonly GraphQLFormattedError[]
  /** Whether one of the entities was not found. */
  readonly lacks?: boolean
  /** Reads the answer's data anew: Apollo's executor writes into what it gets. */
  readonly data: () => JsonObject | null
}

/** What goes with an operation through Apollo's executor. */
export interface OwnContext extends RequestContext {
  readonly fetched: Fetched[]
}

export const fetchKey = (subgraph: string, path: readonly (string | number)[], query: string): string =>
  JSON.stringify([subgraph, path, query])
