import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql'
import type { SubscribePayload } from 'graphql-ws'

export type UpstreamEvent = FormattedExecutionResult<Record<string, unknown>, Record<string, unknown>>

/** One stream's end of the socket. All calls but `request` are made in the order of the wire. */
export interface UpstreamSink {
  /**
   * The subscribe payload, made anew for each connection, so that the actor token is fresh and the cursor the newest.
   */
  request(): Promise<SubscribePayload>
  /** Whether events that are missed while the socket is down can be read again. */
  resumable(): boolean
  /** `bytes`: how long the event is as text. */
  next(event: UpstreamEvent, bytes: number): void
  error(errors: readonly GraphQLFormattedError[]): void
  complete(): void
  /** The socket broke and the sink is not resumable, or the subgraph stayed away for too long. */
  lost(): void
}

/** A stream's place on the socket. */
export interface Lease {
  /** Ends the stream at once; the sink is not called any more. */
  leave(): void
  /** Stops reading from the socket until `release`, for all its streams: for moments only. */
  hold(): void
  release(): void
  /** Whether another stream is on the socket, or on its way there. */
  isShared(): boolean
}

/** Where streams of one subgraph run. */
export interface Upstream {
  /** Starts a stream. Never calls the sink back at once. */
  subscribe(sink: UpstreamSink): Lease
}
