import type { VerifiedBearer } from '../actor/bearer.ts'
import type { VerifyCaller } from '../actor/caller.ts'
import { shownBy } from '../actor/shown.ts'
import { refuse, type Refusal } from '../errors/refusal.ts'
import type { Logger } from '../log.ts'
import type { Handler } from './graphql-handler.ts'
import { respondRefusal } from './respond.ts'

export interface LogoutHandlerOptions {
  readonly verify: VerifyCaller
  /** Ends the session here at once, and resolves when it is certain that it ends at every gateway. */
  readonly endSession: (bearer: VerifiedBearer) => Promise<void>
  readonly log: Logger
}

/**
 * `POST /logout`, with what any request shows: from then on the session's tokens let nobody in, at any gateway, and its
 * sockets are closed. 204; 503 when the other gateways have not been told: to be sent again.
 */
export function createLogoutHandler({ verify, endSession, log }: LogoutHandlerOptions): Handler {
  return async (request, response) => {
    const refused = (refusal: Refusal) => respondRefusal(response, 'application/json', refusal)
    request.resume()
    if (request.method !== 'POST')
      return refused(refuse(405, 'METHOD_NOT_ALLOWED', 'Use POST.', { allow: 'POST' }))
    const bearer = await verify(shownBy(request))
    if (bearer.kind === 'refused') return refused(bearer)
    try {
      await endSession(bearer)
    } catch (err) {
      log.error({ err }, 'that a session has ended was not told')
      return refused(refuse(503, 'LOGOUT_INCOMPLETE', 'Not every gateway has been told. Send it again.'))
    }
    response.writeHead(204, { 'cache-control': 'no-store' }).end()
  }
}
