import type { GraphQLFormattedError } from 'graphql'
import type { JsonObject } from '../json/json.ts'
import type { RequestContext } from './request-context.ts'

/** One fetch of Apollo's executor, with its answer. */
export interface Fetched {
  /** Identifies the fetch within its plan. */
  readonly key: string
  /** The representations that were sent; empty for a fetch of root fields. */
  readonly representations: readonly unknown[]
  readonly errors: readonly GraphQLFormattedError[]
  /** Whether one of the entities was not found. */
  readonly lacks?: boolean
  /** Parses the answer's data anew at each call, since Apollo's executor writes into the object that it gets. */
  readonly data: () => JsonObject | null
}

/** The context of an operation that Apollo's executor runs. */
export interface OwnContext extends RequestContext {
  readonly fetched: Fetched[]
}

export const fetchKey = (subgraph: string, path: readonly (string | number)[], query: string): string =>
  JSON.stringify([subgraph, path, query])
