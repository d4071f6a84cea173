import type { FetchNode } from '@apollo/query-planner'
import type { GraphQLFormattedError } from 'graphql'
import type { GatewayErrorCode } from '../errors/codes.ts'
import type { JsonObject } from '../json/json.ts'

/** A GraphQL answer of a subgraph, errors and all. */
export interface SubgraphAnswer {
  readonly data?: JsonObject | null
  readonly errors?: readonly GraphQLFormattedError[]
}

/** An error of a subgraph with the place in the client's answer where it belongs. */
export interface SubgraphError extends GraphQLFormattedError {
  readonly serviceName: string
}

/**
 * Sends one fetch with its variables as JSON text; `path` is where the plan merges it in. Throws SubgraphFailure when
 * there is no GraphQL answer.
 */
export type FetchFromSubgraph = (
  node: FetchNode,
  variables: string,
  path: readonly (string | number)[],
) => Promise<SubgraphAnswer>

type FailureCode = Extract<GatewayErrorCode, `SUBGRAPH_${string}`>

/** A subgraph that gave no GraphQL answer. The message is fit for clients; the cause is for the log. */
export class SubgraphFailure extends Error {
  readonly code: FailureCode

  constructor(code: FailureCode, message: string, cause?: unknown) {
    super(message, { cause })
    this.code = code
  }

  get formatted(): GraphQLFormattedError {
    return { message: this.message, extensions: { code: this.code } }
  }
}
