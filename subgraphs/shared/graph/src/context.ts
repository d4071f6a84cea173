import type { Actor } from '@kompetanse/schema/actor-token'

/** What every resolver gets: who is asking, and when. Nothing in `domain/` reads a clock. */
export interface GraphContext {
  readonly actor: Actor
  readonly now: Date
}
