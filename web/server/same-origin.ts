import type { IncomingMessage } from 'node:http'

/**
 * Whether a request that changes something, or a socket, comes from the portal's own pages. Browsers send
 * `Origin` with both and no script can forge it; together with the SameSite cookie this stops other sites from
 * acting as the person.
 */
export const isSameOrigin = (request: IncomingMessage, origin: URL): boolean =>
  request.headers.origin === origin.origin

/** GET and HEAD change nothing. */
export const isSafe = (request: IncomingMessage): boolean =>
  request.method === 'GET' || request.method === 'HEAD'
