import type { Actor } from '@kompetanse/schema/actor-token'
import type { MaySend } from '../operation/operation-run.ts'

/** The authenticated session of one websocket. */
export interface Session {
  /** The `sub` claim of the token. */
  readonly subject: string
  readonly actor: Actor
  /** Milliseconds since the epoch; the socket is closed with 4403 then. */
  readonly expiresAt: number
  /** When a date of the actor's grants is reached, in milliseconds since the epoch: the actor is then fetched anew. */
  readonly holdsUntil: number
  /** What `POST /logout` ends: see `VerifiedBearer.credential`. */
  readonly credential: string
  readonly maySend: MaySend
}
