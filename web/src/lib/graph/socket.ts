import type { SubscriptionForwarder } from '@urql/core'
import { type Client, createClient } from 'graphql-ws'

type Payload = { query: string; variables: Record<string, unknown> }
type Cursored = { extensions?: { cursor?: unknown } | null }

const LONGEST_WAIT_MS = 30_000
/** Doubles from half a second; the random part keeps a thousand tabs from coming back in one instant. */
const backOff = (retries: number): Promise<void> => {
  const wait = Math.min(LONGEST_WAIT_MS, 500 * 2 ** retries)
  return new Promise((done) => setTimeout(done, wait / 2 + Math.random() * (wait / 2)))
}

/** 1000: nobody listens any more. 4403: the token ran out, and the next socket has a fresh one. */
const EXPECTED_CLOSES = [1000, 4403]
const isLoss = (event: unknown): boolean => !EXPECTED_CLOSES.includes((event as CloseEvent).code)

type Options = {
  url: string
  /** The connection went away while somebody listened. */
  onLost: () => void
  onRestored: () => void
  /** For tests: the browser's own unless given. */
  webSocketImpl?: unknown
  wait?: (retries: number) => Promise<void>
}

const openSocket = ({ url, onLost, onRestored, webSocketImpl, wait = backOff }: Options): Client =>
  createClient({
    url,
    webSocketImpl,
    lazy: true,
    lazyCloseTimeout: 3_000,
    keepAlive: 20_000,
    retryAttempts: Infinity,
    retryWait: wait,
    // Also after 4403: the server opens the next socket with a fresh token.
    shouldRetry: () => true,
    on: { connected: onRestored, closed: (event) => isLoss(event) && onLost() },
  })

/**
 * Carries subscriptions over one socket. Each event moves `variables.after` to its own position; the socket's
 * client writes the payload anew when it comes back, so it goes on where it was and nothing is missed.
 */
export const liveSocket = (options: Options): SubscriptionForwarder => {
  let socket: Client | undefined
  return (request) => ({
    subscribe(sink) {
      const payload: Payload = { query: request.query ?? '', variables: { ...request.variables } }
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
