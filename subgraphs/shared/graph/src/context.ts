import type { Actor } from '@kompetanse/schema/actor-token'

/** What every resolver gets: who is asking, and when. Nothing in `domain/` reads a clock. */
export interface GraphContext {
  readonly actor: Actor
  readonly now: Date
}

/** Who a token of the gateway's is for; null when it is none, forged or too old. */
export type Authenticate = (token: string | undefined) => Promise<Actor | null>
