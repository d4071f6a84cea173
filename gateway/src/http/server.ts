import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import type { AddressInfo } from 'node:net'
import { refuse } from '../errors/refusal.ts'
import type { Logger } from '../log.ts'
import type { Handler } from './graphql-handler.ts'
import { respond, respondRefusal } from './respond.ts'

export interface HttpServerOptions {
  readonly graphql: Handler
  readonly files?: Handler | undefined
  readonly logout?: Handler | undefined
  /** Answers a GET with a part of the page to try operations on, if it is one. Not in production. */
  readonly graphiql?: ((path: string, response: ServerResponse) => boolean) | undefined
  readonly log: Logger
  /** Milliseconds that requests under way get to end when the server stops. */
  readonly drainMs?: number
}

export interface HttpServer {
  readonly server: Server
  /** On this machine alone unless `host` says otherwise; resolves with the port. */
  listen(port: number, host?: string): Promise<number>
  /** Takes no new connections and ends when the requests under way have ended, or were cut. */
  close(): Promise<void>
}

const DRAIN_MS = 10_000
const SWEEP_MS = 20

export function createHttpServer(options: HttpServerOptions): HttpServer {
  let stopping = false
  const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
    if (stopping) response.setHeader('connection', 'close')
    Promise.resolve(route(request, response)).catch((err: unknown) => {
      options.log.error({ err }, 'a request ended in a bug')
      response.destroy()
    })
  })

  function status(response: ServerResponse, ok: boolean) {
    respond(response, 'application/json', { status: ok ? 200 : 503, body: JSON.stringify({ ok }) })
  }

  function route(request: IncomingMessage, response: ServerResponse): Promise<void> | void {
    const { url = '/', method } = request
    const end = url.indexOf('?')
    const path = end < 0 ? url : url.slice(0, end)
    const isBrowsed = path !== '/graphql' || request.headers.accept?.includes('text/html')
    if (method === 'GET' && isBrowsed && options.graphiql?.(path, response)) return
    if (path === '/graphql') return options.graphql(request, response)
    if (path === '/logout' && options.logout) return options.logout(request, response)
    if (options.files && (path === '/files' || path.startsWith('/files/')))
      return options.files(request, response)
    if (path === '/health') return status(response, true)
    if (path === '/ready') return status(response, !stopping)
    request.resume()
    respondRefusal(response, 'application/json', refuse(404, 'BAD_REQUEST', 'Nothing is here.'))
  }

  return {
    server,
    async listen(port, host = '127.0.0.1') {
      server.listen(port, host)
      await once(server, 'listening')
      return (server.address() as AddressInfo).port
    },
    async close() {
      stopping = true
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      // A connection falls idle when its last answer is sent, and would then be kept for the next request.
      const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS)
      await Promise.race([closed, delay(options.drainMs ?? DRAIN_MS, undefined, { ref: false })])
      clearInterval(sweep)
      server.closeAllConnections()
    },
  }
}
