import { Client, type Exchange, fetchExchange, subscriptionExchange } from '@urql/core'
import { browser } from '$app/env'
import { byHash } from './by-hash.ts'
import type { CachePart } from './cache-part.ts'
import { normalisedCache } from './cache.ts'
import { connection } from './connection.svelte.ts'
import { withoutLost } from './without-lost.ts'
import { retryLater } from './retry-later.ts'
import { newestAnswer } from './newest-answer.ts'
import { liveSocket } from './socket.ts'
import { session } from './session.svelte.ts'
import { sessionWatch } from './session-watch.ts'

/** In the browser: the client of the tab. On the server: that of the request being answered. The hooks provide it. */
let find: (() => Client | undefined) | undefined
export const provideClient = (by: () => Client | undefined): void => {
  find = by
}

const socketOfPage = () =>
  liveSocket({
    url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
    onLost: () => connection.lost(),
    onRestored: () => {
      connection.restored()
      session.doubt()
    },
    onRefused: () => session.doubt(),
  })

export const createClient = (parts: readonly CachePart[]): Client => {
  // The cache runs on the server too: it adds __typename to documents, so the browser's first request has the
  // body that the page's inlined answer is stored under, and nothing is fetched again after hydration.
  const exchanges: Exchange[] = [
    normalisedCache(parts),
    newestAnswer,
    sessionWatch,
    withoutLost,
    retryLater(),
    byHash,
    fetchExchange,
  ]
  if (browser) exchanges.push(subscriptionExchange({ forwardSubscription: socketOfPage() }))
  return new Client({ url: '/graphql', preferGetMethod: false, requestPolicy: 'cache-first', exchanges })
}

/** The graph: one client per browser tab, one per request on the server, so no person reads another's cache. */
export const graph = (): Client => {
  const client = find?.()
  if (!client) throw new Error('No client here: no browser tab, and no request being answered')
  return client
}
