/**
 * How a token is renewed on a living socket, within graphql-transport-ws, whose pings and pongs may carry anything.
 * Some time before a socket's token expires, the gateway sends `{ type: 'ping', payload: TokenExpiring }`, and again
 * until it has a fresh one. The client answers with a ping or a pong whose payload is what
 * `connection_init` carries: `{ authorization, dpop }`. The socket then lives as long as the new token. It must be the
 * same person's, with the same access; otherwise the gateway closes with 4403, as when nothing is answered in time.
 */
export interface TokenExpiring {
  readonly type: 'token_expiring'
  /** Milliseconds since the epoch. */
  readonly expiresAt: number
}

export const tokenExpiring = (expiresAt: number): TokenExpiring => ({ type: 'token_expiring', expiresAt })

/** Whether the payload of a ping requests a fresh token. */
export const isTokenExpiring = (payload: unknown): payload is TokenExpiring =>
  typeof payload === 'object' && payload !== null && 'type' in payload && payload.type === 'token_expiring'
