import type { VerifiedBearer } from '../actor/bearer.ts'
import { refuse } from '../errors/refusal.ts'
import type { Logger } from '../process/log.ts'
import { refuseEarly } from './refuse-early.ts'
import type { BearerHandler } from './routes.ts'

export interface LogoutHandlerOptions {
  /** Ends the session here at once, and resolves when it is certain that it ends at every gateway. */
  readonly endSession: (bearer: VerifiedBearer) => Promise<void>
  readonly log: Logger
}

/**
 * `POST /logout`, with the credentials of any request: ends the session, so that its tokens are refused at any gateway
 * and its sockets are closed. 204; 503 when the other gateways could not be informed, and the request is to be
 * repeated.
 */
export function createLogoutHandler({ endSession, log }: LogoutHandlerOptions): BearerHandler {
  return async (request, response, bearer) => {
    request.resume()
    try {
      await endSession(bearer)
    } catch (err) {
      log.error({ err }, 'the end of a session could not be announced to all gateways')
      const refusal = refuse(
        503,
        'LOGOUT_INCOMPLETE',
        'Not every gateway has confirmed the logout. Send it again.',
      )
      return refuseEarly(request, response, refusal)
    }
    response.writeHead(204, { 'cache-control': 'no-store' }).end()
  }
}
