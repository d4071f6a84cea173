import type { GraphQLFormattedError } from 'graphql'
import type { GatewayErrorCode } from '../../errors/codes.ts'

/** The closed set of reasons for which the gateway itself refuses or ends a subscription. */
export type SubscriptionCode =
  /** The position is unknown or too old: read the list again and subscribe from its cursor. */
  | 'SUBSCRIPTION_RESYNC'
  /** The subgraph stayed away for too long: subscribe again with the last cursor. */
  | 'SUBSCRIPTION_UPSTREAM_LOST'
  /** A new schema is live: subscribe again with the last cursor. */
  | 'SUBSCRIPTION_SCHEMA_RELOAD'
  /** The client reads more slowly than events arrive: subscribe again with the last cursor. */
  | 'SUBSCRIPTION_SLOW_CONSUMER'
  | 'SUBSCRIPTION_LIMIT'
  /** Queries and mutations go over HTTP. */
  | 'SUBSCRIPTION_ONLY'
  | 'SUBSCRIPTION_UNAVAILABLE'
  | Extract<
      GatewayErrorCode,
      | 'GRAPHQL_VALIDATION_FAILED'
      | 'OPERATION_NOT_FOUND'
      | 'OPERATION_NOT_REGISTERED'
      | 'PERSISTED_QUERY_NOT_FOUND'
      | 'TOO_MANY_REQUESTS'
    >

/** Why a subscription is refused or ended; carries a subgraph's own errors unchanged, several of them if it gave several. */
export class StreamFailure extends Error {
  readonly errors: readonly GraphQLFormattedError[]

  constructor(errors: readonly GraphQLFormattedError[]) {
    super(errors[0]?.message ?? 'The subscription failed')
    this.errors = errors
  }

  static of(code: SubscriptionCode, message: string): StreamFailure {
    return new StreamFailure([{ message, extensions: { code } }])
  }
}

export const tooMuch = (): StreamFailure =>
  StreamFailure.of(
    'TOO_MANY_REQUESTS',
    'Too much is asked for in a short time: subscribe again with the last cursor, or ask for less of each event.',
  )
