import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import type { AddressInfo } from 'node:net'
import { maskBug } from '../errors/mask.ts'
import type { Logger } from '../process/log.ts'
import { createDispatch } from './dispatch.ts'
import { refuseEarly } from './refuse-early.ts'
import { respond } from './respond.ts'
import type { Checks, Route } from './routes.ts'

export interface HttpServerOptions {
  /** What it answers beside the probes. */
  readonly routes: readonly Route[]
  readonly checks: Checks
  readonly log: Logger
  /** Milliseconds that requests under way get to end when the server stops. */
  readonly drainMs?: number
}

export interface HttpServer {
  readonly server: Server
  /** All that it answers. */
  readonly table: readonly Route[]
  /** Listens on the loopback interface unless `host` is given; resolves with the port. */
  listen(port: number, host?: string): Promise<number>
  /** Takes no new connections and ends when the requests under way have ended, or were cut. */
  close(): Promise<void>
}

const DRAIN_MS = 10_000
const SWEEP_MS = 20

const probe = (path: Route['path'], isOk: () => boolean): Route => ({
  path,
  methods: ['GET', 'HEAD'],
  who: 'probe',
  answer(_request, response) {
    const ok = isOk()
    respond(response, 'application/json', { status: ok ? 200 : 503, body: JSON.stringify({ ok }) })
  },
})

export function createHttpServer(options: HttpServerOptions): HttpServer {
  let stopping = false
  const table = [probe('/health', () => true), probe('/ready', () => !stopping), ...options.routes]
  const dispatch = createDispatch(table, options.checks)
  const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
    if (stopping) response.setHeader('connection', 'close')
    dispatch(request, response).catch((err: unknown) => {
      const error = maskBug(options.log, err, {})
      if (response.headersSent || request.destroyed) return void response.destroy()
      refuseEarly(request, response, { kind: 'refused', status: 500, errors: [error] })
    })
  })

  return {
    ...{ server, table },
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
