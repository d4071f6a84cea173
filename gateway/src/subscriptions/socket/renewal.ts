import type { Session } from '../../actor/session.ts'
import { shownOnSocket } from '../../actor/proof/shown.ts'
import type { Settings } from '../contract/options.ts'
import { scopeOf } from '../stream/scope.ts'
import type { ClientSocket } from './client-socket.ts'
import { bringsToken, type PingPayload } from './ping-payload.ts'

export const FORBIDDEN = 4403

const isSamePerson = (one: Session, other: Session) =>
  one.subject === other.subject && scopeOf(one.actor) === scopeOf(other.actor)

/**
 * Extends a socket with the token in a ping or a pong, if it is of the same person with the same access: its streams go
 * on. While the token cannot be verified, the former one counts, until it expires.
 */
export async function renewSession(
  socket: ClientSocket,
  payload: PingPayload,
  { authenticate, logger, path }: Settings,
): Promise<void> {
  if (!socket.session || !bringsToken(payload)) return
  try {
    const fresh = await authenticate(shownOnSocket(payload, path))
    const isGood = fresh !== null && fresh.expiresAt > Date.now() && isSamePerson(fresh, socket.session)
    if (isGood) socket.renew(fresh)
    else socket.close(FORBIDDEN, 'The fresh token is not good for this socket')
  } catch (error) {
    logger.warn({ err: error }, 'a fresh token could not be verified')
  }
}
