import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { createAccess, createToPass } from './access.ts'
import type { Config } from './config.ts'
import { createEndAtGateway } from './end-at-gateway.ts'
import { createGatewayProxy, problem } from './gateway-proxy.ts'
import { createIdentityProvider } from './identity-provider.ts'
import { createLiveProxy } from './live-proxy.ts'
import type { Log } from './log.ts'
import { isSafe, isSameOrigin } from './same-origin.ts'
import { createSeal } from './seal.ts'
import { sessionTimeRoutes } from './session-time.ts'
import { openSessions } from './sessions.ts'
import { signInRoutes } from './sign-in.ts'
import './portal-on-request.ts'

/** Renders pages and serves the built files. */
export type Pages = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

const openServices = async (config: Config, log: Log) => {
  const secret = JSON.stringify(config.clientKey)
  const provider = createIdentityProvider(config)
  const sessions = await openSessions(
    config.databaseUrl,
    createSeal(secret, 'bound sessions'),
    config.sessionHours,
    log,
  )
  const toPass = createToPass()
  const access = createAccess(sessions, provider, toPass)
  const endAtGateway = createEndAtGateway(config, toPass, log)
  const live = createLiveProxy(config, access)
  const signIn = signInRoutes({
    config,
    provider,
    sessions,
    log,
    seal: createSeal(secret, 'bound sign-in'),
    onEnded: (id, tokens) => {
      live.endSession(id)
      void endAtGateway(tokens)
    },
  })
  const sessionTime = sessionTimeRoutes(sessions, config)
  return { sessions, access, live, signIn, sessionTime, gateway: createGatewayProxy(config, access, log) }
}
type Services = Awaited<ReturnType<typeof openServices>>

const answer = (response: ServerResponse, status: number, body: string): void => {
  if (response.headersSent) response.destroy()
  else response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(body)
}

const render = async (services: Services, config: Config, request: IncomingMessage): Promise<void> => {
  // The origin is the configured one, whatever the request says.
  request.headers['x-portal-host'] = config.origin.host
  request.headers['x-portal-protocol'] = config.origin.protocol.slice(0, -1)
  request.portal = {
    signedIn: await services.access.hasSession(request),
    signInOrigin: config.issuer.origin,
    graphql: (body) => services.gateway.render(request, body),
  }
}

const route = async (
  [services, config, pages]: [Services, Config, Pages],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const address = new URL(request.url ?? '/', config.origin)
  const path = address.pathname
  if (path === '/health') return answer(response, 200, '{"status":"ok"}')
  if (path === '/ready')
    return answer(response, (await services.sessions.isThere()) ? 200 : 503, '{"status":"ok"}')
  if (!isSafe(request) && !isSameOrigin(request, config.origin))
    return answer(response, 403, problem('FORBIDDEN', 'Not sent from the portal'))
  if (path === '/graphql' && request.method === 'POST') return services.gateway.graphql(request, response)
  if (path === '/files' || path.startsWith('/files/'))
    return services.gateway.files(request, response, address)
  const signIn = services.signIn(request, address)
  if (signIn) return signIn(request, response, address)
  const sessionTime = services.sessionTime(request, address)
  if (sessionTime) return sessionTime(request, response)
  if (!path.startsWith('/_app/')) await render(services, config, request)
  pages(request, response, () => answer(response, 404, problem('NOT_FOUND', 'No such address')))
}

const upgrade = async (
  services: Services,
  config: Config,
  request: IncomingMessage,
  [socket, head]: [Duplex, Buffer],
) => {
  const path = new URL(request.url ?? '/', config.origin).pathname
  if (path === '/graphql' && isSameOrigin(request, config.origin))
    await services.live.upgrade(request, socket, head)
  else socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
}

/** The web server, not yet listening, and how to stop it: requests under way are answered first. */
export const createPortal = async (
  config: Config,
  pages: Pages,
  log: Log,
): Promise<{ server: Server; stop: () => Promise<void> }> => {
  const services = await openServices(config, log)
  const server = createServer((request, response) => {
    route([services, config, pages], request, response).catch((error: unknown) => {
      log.error('a request failed', error)
      answer(response, 502, problem('UNREACHABLE', 'The portal could not answer'))
    })
  })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    void upgrade(services, config, request, [socket, head]).catch(() => socket.destroy())
  })
  const stop = async () => {
    services.live.close()
    await new Promise<void>((done) => {
      server.close(() => done())
      server.closeIdleConnections()
      setTimeout(() => server.closeAllConnections(), 10_000).unref()
    })
    await services.gateway.close()
    await services.sessions.close()
  }
  return { server, stop }
}
