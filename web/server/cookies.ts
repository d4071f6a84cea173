import type { IncomingMessage } from 'node:http'

/** The cookie's value, or undefined. */
export const readCookie = (request: IncomingMessage, name: string): string | undefined =>
  request.headers.cookie
    ?.split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1)

type Options = { secure: boolean; path?: string; maxAgeSeconds: number }

/** Never readable by scripts, never sent along by another site's form or script. */
export const writeCookie = (
  name: string,
  value: string,
  { secure, path = '/', maxAgeSeconds }: Options,
): string =>
  `${name}=${value}; Path=${path}; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
