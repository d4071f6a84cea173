import type { SubscriptionForwarder } from '@urql/core'
import { type Client, createClient } from 'graphql-ws'
import { waitAfter } from '@kompetanse/schema/wait-after'

type Payload = { query: string; variables: Record<string, unknown>; extensions?: Record<string, unknown> }
type Cursored = { extensions?: { cursor?: unknown } | null }

/** The random part keeps a thousand tabs from coming back in one instant. */
const waitToRetry = (retries: number): Promise<void> => {
  const wait = waitAfter(retries, { first: 500, most: 30_000 })
  return new Promise((done) => setTimeout(done, wait / 2 + Math.random() * (wait / 2)))
}

/** The close code when there is no listener left. */
const NORMAL = 1000
/** The token ran out, and the next socket has a fresh one; or the person may do other things now, or nothing. */
const REFUSED = 4403
const codeOf = (event: unknown): number => (event as CloseEvent).code
const isLoss = (event: unknown): boolean => ![NORMAL, REFUSED].includes(codeOf(event))

type Options = {
  url: string
  /** The connection was lost while there were listeners. */
  onLost: () => void
  /** It is back after it was lost. What no stream tells, such as the person's rights, may have changed meanwhile. */
  onRestored: () => void
  /** The server closed it because the person is no longer allowed to listen. */
  onRefused: () => void
  /** For tests: the browser's own unless given. */
  webSocketImpl?: unknown
  wait?: (retries: number) => Promise<void>
}

const openSocket = ({
  url,
  onLost,
  onRestored,
  onRefused,
  webSocketImpl,
  wait = waitToRetry,
}: Options): Client => {
  let lost = false
  return createClient({
    url,
    webSocketImpl,
    lazy: true,
    lazyCloseTimeout: 3_000,
    keepAlive: 20_000,
    retryAttempts: Infinity,
    retryWait: wait,
    // Also after 4403: the server opens the next socket with a fresh token.
    shouldRetry: () => true,
    on: {
      connected: () => {
        if (lost) onRestored()
        lost = false
      },
      closed: (event) => {
        if (codeOf(event) === REFUSED) onRefused()
        if (!isLoss(event)) return
        lost = true
        onLost()
      },
    },
  })
}

/**
 * Carries subscriptions over one socket. Each event moves `variables.after` to its own position; the socket's
 * client writes the payload anew when it comes back, so it goes on where it was and nothing is missed.
 */
export const liveSocket = (options: Options): SubscriptionForwarder => {
  let socket: Client | undefined
  return (request) => ({
    subscribe(sink) {
      // By its hash there is no text, which the protocol wants all the same.
      const { query = '', variables, extensions } = request
      const payload: Payload = { query, variables: { ...variables }, ...(extensions && { extensions }) }
      socket ??= openSocket(options)
      const unsubscribe = socket.subscribe(payload, {
        next(event) {
          const cursor = (event as Cursored).extensions?.cursor
          if (typeof cursor === 'string') payload.variables['after'] = cursor
          sink.next(event as Parameters<typeof sink.next>[0])
        },
        error: (reason) => sink.error(reason),
        complete: () => sink.complete(),
      })
      return { unsubscribe }
    },
  })
}
