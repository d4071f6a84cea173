import type { Actor } from '@kompetanse/schema/actor-token'
import type { MaySend } from '../operation/operation-run.ts'

/** Who listens on one socket, until when. */
export interface Session {
  /** Whom the token names. */
  readonly subject: string
  readonly actor: Actor
  /** Milliseconds since the epoch; the socket is closed with 4403 then. */
  readonly expiresAt: number
  /** When the calendar alone makes the actor another one: asked about again then, in milliseconds since the epoch. */
  readonly holdsUntil: number
  /** What ends when the person logs out. */
  readonly credential: string
  readonly maySend: MaySend
}
