import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Address } from '@kompetanse/schema/addresses'
import type { Authenticate, RequestActor } from '../actor/authenticate.ts'
import type { VerifiedBearer } from '../actor/bearer.ts'
import type { VerifyCaller } from '../actor/caller.ts'

type Done = Promise<void> | void

/** An authenticated caller: a person, or the machine of a region. */
export interface Caller {
  readonly actor: RequestActor
  /** Aborted when the client disconnects before it has its answer. */
  readonly gone: AbortSignal
}

export type ActorHandler = (request: IncomingMessage, response: ServerResponse, caller: Caller) => Done
export type BearerHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  bearer: VerifiedBearer,
) => Done

interface Line extends Address {
  /** What `accept` must name; else the next line of the same address answers. */
  readonly accepts?: 'text/html'
}

/** A route, with the callers that it allows, who are authenticated before it answers. */
export type Route = Line &
  (
    | {
        /** For monitoring, or for everyone: without a token. */
        readonly who: 'probe' | 'anybody'
        readonly answer: (request: IncomingMessage, response: ServerResponse) => Done
      }
    | {
        /** For the holder of a valid token, also when identity has no such person. */
        readonly who: 'bearer'
        readonly answer: BearerHandler
      }
    | { readonly who: 'actor'; readonly answer: ActorHandler }
  )

/** The authentication of each kind of caller. */
export interface Checks {
  readonly actor: Authenticate
  readonly bearer: VerifyCaller
}
