import type { Started } from '../process.ts'
import type { Caller } from '../world.ts'

/** A gateway as one process, and what a caller sends it to be known. */
export interface Contender {
  readonly name: string
  readonly started: Started
  readonly headersOf: (caller: Caller) => Promise<Readonly<Record<string, string>>>
}

/** For our gateway, which verifies the token and resolves its actor. */
export const asBearer: Contender['headersOf'] = async (caller) => ({
  authorization: `Bearer ${await caller.bearer()}`,
})

/** For gateways that only forward the actor token that ours would sign. */
export const asActor: Contender['headersOf'] = async (caller) => ({ 'x-actor': await caller.actorToken() })
