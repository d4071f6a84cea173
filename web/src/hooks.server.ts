import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import type { Client } from '@urql/core'
import { redirect } from '@sveltejs/kit'
import type { Handle, HandleFetch, HandleServerError } from '@sveltejs/kit/hooks'
import { createLogLimit } from '@kompetanse/schema/process/log-limit'
import { dev } from '$app/env'
import { createClient, provideClient } from '#lib/graph/client.ts'
import { paraglideMiddleware } from '#lib/paraglide/server.js'
import { cacheParts } from './cache-parts.ts'

const clients = new AsyncLocalStorage<Client>()
provideClient(() => clients.getStore())

const SCHEMES = ['auto', 'light', 'dark']
const schemeOf = (cookie: string | undefined): string =>
  cookie && SCHEMES.includes(cookie) ? cookie : 'auto'

/** Signing in leads away and back, so it may only be refused its own pages: everything else needs a session. */
const mayBeSeenSignedOut = (path: string): boolean => path === '/utlogget'

const securityHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'private, no-store',
}

const secure = (response: Response, signInOrigin: string | undefined): Response => {
  for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value)
  const policy = response.headers.get('content-security-policy')
  // Signing out posts a form that ends at the identity provider, whose address is not known when building.
  if (policy && signInOrigin)
    response.headers.set('content-security-policy', `${policy}; form-action 'self' ${signInOrigin}`)
  return response
}

export const handle: Handle = ({ event, resolve }) =>
  paraglideMiddleware(event.request, async ({ locale }) => {
    event.locals.portal = event.platform?.req.portal
    const { pathname, search } = event.url
    const signedOut = !dev && !event.locals.portal?.signedIn
    if (signedOut && !mayBeSeenSignedOut(pathname))
      redirect(303, `/logg-inn?til=${encodeURIComponent(pathname + search)}`)

    const scheme = schemeOf(event.cookies.get('fargevalg'))
    const response = await clients.run(createClient(cacheParts), () =>
      resolve(event, {
        transformPageChunk: ({ html }) =>
          html.replace('%portal.lang%', locale).replace('%portal.scheme%', scheme),
        // Without its content type an inlined answer cannot be read again in the browser.
        filterSerializedResponseHeaders: (name) => name === 'content-type',
      }),
    )
    return secure(response, event.locals.portal?.signInOrigin)
  })

/** The page's own questions go from here to the gateway, without a detour over the network. */
export const handleFetch: HandleFetch = async ({ event, request, fetch }) => {
  const { portal } = event.locals
  if (new URL(request.url).pathname !== '/graphql' || !portal) return fetch(request)
  return portal.graphql(await request.text())
}

const limit = createLogLimit()
const log = (line: object) => console.error(JSON.stringify({ level: 50, ...line }))

/** What the person sees of a failure carries no detail, only a reference that finds it in the log. */
export const handleError: HandleServerError = (caught) => {
  if (caught.kind !== 'unknown') return { message: caught.error.message }
  const reference = randomUUID()
  const error = caught.error instanceof Error ? caught.error : new Error(String(caught.error))
  const { message, stack } = error
  const line = { level: 50, message: 'a page failed', details: { err: error, correlationId: reference } }
  if (limit(line, ({ times, correlationIds }) => log({ message, times, references: correlationIds })))
    log({ reference, message, stack })
  return { message: 'Internal error', reference }
}
