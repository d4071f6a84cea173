import { Client, type Exchange, fetchExchange, subscriptionExchange } from '@urql/core'
import { browser } from '$app/env'
import { byHash } from './by-hash.ts'
import { normalisedCache } from './cache.ts'
import { connection } from './connection.svelte.ts'
import { missingParts } from './missing-parts.ts'
import { retryLater } from './retry-later.ts'
import { liveSocket } from './socket.ts'
import { session } from './session.svelte.ts'
import { sessionWatch } from './session-watch.ts'

/** On the server: the client of the request that is being answered. The server's hook provides it. */
let ofRequest: (() => Client | undefined) | undefined
export const provideRequestClient = (find: () => Client | undefined): void => {
  ofRequest = find
}

const socketOfPage = () =>
  liveSocket({
    url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
    onLost: () => connection.lost(),
    onRestored: () => connection.restored(),
    onRefused: () => session.doubt(),
  })

export const createClient = (): Client => {
  // The cache runs on the server too: it adds __typename to documents, so the browser's first request has the
  // body that the page's inlined answer is stored under, and nothing is fetched again after hydration.
  const exchanges: Exchange[] = [
    normalisedCache(),
    sessionWatch,
    missingParts,
    retryLater(),
    byHash,
    fetchExchange,
  ]
  if (browser) exchanges.push(subscriptionExchange({ forwardSubscription: socketOfPage() }))
  return new Client({ url: '/graphql', preferGetMethod: false, requestPolicy: 'cache-first', exchanges })
}

let ofBrowser: Client | undefined

/** The graph: one client per browser tab, one per request on the server, so no person reads another's cache. */
export const graph = (): Client => {
  if (browser) return (ofBrowser ??= createClient())
  const client = ofRequest?.()
  if (!client) throw new Error('No request is being answered here')
  return client
}
