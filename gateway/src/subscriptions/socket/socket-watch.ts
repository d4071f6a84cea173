import type { Session } from '../../actor/session.ts'
import type { Settings } from '../contract/options.ts'
import type { ClientSocket } from './client-socket.ts'
import { FORBIDDEN } from './renewal.ts'

/** Sent where who somebody is cannot be said now. */
export const TRY_AGAIN_LATER = 1013

/** Looks after the sockets that are open: silence, expired sessions, whether their people still have access. */
export class SocketWatch {
  readonly #settings: Pick<Settings, 'timing' | 'stillHolds' | 'logger'>
  readonly #sockets: ReadonlySet<ClientSocket>

  constructor(
    settings: Pick<Settings, 'timing' | 'stillHolds' | 'logger'>,
    sockets: ReadonlySet<ClientSocket>,
  ) {
    this.#settings = settings
    this.#sockets = sockets
  }

  recheck(which: (session: Session) => boolean) {
    for (const client of this.#sockets)
      if (client.session && which(client.session)) void this.#recheck(client, client.session)
  }

  /** One timer for all sockets: a timer of their own would cost each of them memory. */
  sweep() {
    const now = Date.now()
    for (const client of this.#sockets) {
      if (client.session && client.session.expiresAt <= now) {
        client.close(FORBIDDEN, 'Token expired')
        continue
      }
      if (client.session) this.#lookAfter(client, client.session, now)
      if (now - client.heardAt > this.#settings.timing.pingAfterMs) this.#ask(client)
    }
  }

  #lookAfter(client: ClientSocket, session: Session, now: number) {
    const { renewBeforeMs, remindMs } = this.#settings.timing
    if (client.recheckAt <= now || session.holdsUntil <= now) void this.#recheck(client, session)
    if (session.expiresAt - now > renewBeforeMs || client.remindAt > now) return
    client.remindAt = now + remindMs
    client.askForToken(session)
  }

  async #recheck(client: ClientSocket, session: Session) {
    const { stillHolds, timing, logger } = this.#settings
    client.recheckAt = Date.now() + timing.recheckMs
    try {
      if (!(await stillHolds(session))) client.close(FORBIDDEN, 'Access has changed')
    } catch (error) {
      logger.warn({ err: error }, 'whether a listener still has access could not be asked')
      client.close(TRY_AGAIN_LATER, 'Try again later')
    }
  }

  // Counted in looks and not in time: when this process was held up, the answers have not been read either.
  #ask(client: ClientSocket) {
    const { pingAfterMs, sweepMs } = this.#settings.timing
    if (client.silentLooks++ === 0) client.ping()
    else if (client.silentLooks * sweepMs > 2 * pingAfterMs) client.terminate()
  }
}
