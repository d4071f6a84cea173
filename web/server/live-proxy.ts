import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { isTokenExpiring } from '@kompetanse/schema/token-renewal'
import { type RawData, WebSocket, WebSocketServer } from 'ws'
import { type Access, type Pass, SESSION_COOKIE } from './access.ts'
import type { Config } from './config.ts'
import { readCookie } from './cookies.ts'

const PROTOCOL = 'graphql-transport-ws'
const LARGEST_MESSAGE = 128 * 1024
/** A browser that reads slower than this much behind stops the gateway's side until it has caught up. */
const MOST_BEHIND = 1024 * 1024
const FORBIDDEN = 4403
const TRY_AGAIN = 1013
const GOING_AWAY = 1001

/** Codes 1004–1006 and the like are only reported, never sent. */
const maySend = (code: number): boolean =>
  code === 1000 || code === TRY_AGAIN || (code >= 3000 && code < 5000)

/** With less than this left when the gateway asks, a token is renewed: the gateway asks a minute before its end. */
const RENEW_MS = 2 * 60_000

const read = (data: RawData | string): { type?: unknown; payload?: unknown } => {
  try {
    return JSON.parse(String(data)) as { type?: unknown; payload?: unknown }
  } catch {
    return {}
  }
}

const isInit = (data: RawData): boolean => read(data).type === 'connection_init'

/** Whether the gateway asks for a fresh token. Events, of which there are many, are not read for it. */
const asksForToken = (text: string): boolean =>
  text.startsWith('{"type":"ping"') && isTokenExpiring(read(text).payload)

/** Gives the gateway the session's renewed token. Without one the gateway closes in time, as for any that expires. */
const renewToken = async (upstream: WebSocket, renewed: () => Promise<Pass | undefined>): Promise<void> => {
  const pass = await renewed().catch(() => undefined)
  if (!pass || upstream.readyState !== WebSocket.OPEN) return
  upstream.send(JSON.stringify({ type: 'pong', payload: pass('GET', new URL(upstream.url)) }))
}

type Ends = { browser: WebSocket; upstream: WebSocket }
type Passes = { pass: Pass; renewed: () => Promise<Pass | undefined> }

/** Joins a browser's socket to one of its own at the gateway. Each side's close reaches the other. */
const join = ({ browser, upstream }: Ends, { pass, renewed }: Passes): void => {
  const waiting: string[] = []
  const greeting = () =>
    JSON.stringify({ type: 'connection_init', payload: pass('GET', new URL(upstream.url)) })
  const send = (text: string) =>
    upstream.readyState === WebSocket.OPEN ? upstream.send(text) : waiting.push(text)

  // What the browser puts into its greeting is dropped: token and proof come from the session alone.
  browser.on('message', (data) => send(isInit(data) ? greeting() : String(data)))
  upstream.on('open', () => {
    for (const text of waiting.splice(0)) upstream.send(text)
  })
  upstream.on('message', (data) => {
    const text = String(data)
    if (asksForToken(text)) return void renewToken(upstream, renewed)
    browser.send(text, () => {
      if (upstream.isPaused && browser.bufferedAmount < MOST_BEHIND) upstream.resume()
    })
    if (browser.bufferedAmount > MOST_BEHIND) upstream.pause()
  })
  browser.on('close', () => upstream.close())
  upstream.on('close', (code, reason) => browser.close(maySend(code) ? code : TRY_AGAIN, String(reason)))
  browser.on('error', () => upstream.terminate())
  upstream.on('error', () => browser.close(TRY_AGAIN))
}

/** Live updates: `/graphql` as a socket, with the session's token and a proof in place of what the browser says. */
export const createLiveProxy = ({ gateway }: Config, access: Access) => {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_MESSAGE,
    handleProtocols: () => PROTOCOL,
  })
  const address = new URL('/graphql', gateway.href.replace(/^http/, 'ws'))
  const sessionOf = new WeakMap<WebSocket, string>()

  return {
    /** The caller has checked the origin. Without a session the socket opens and closes with 4403. */
    async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
      const pass = await access.passFor(request).catch(() => null)
      server.handleUpgrade(request, socket, head, (browser) => {
        if (!pass) return browser.close(pass === null ? TRY_AGAIN : FORBIDDEN)
        sessionOf.set(browser, readCookie(request, SESSION_COOKIE) ?? '')
        const upstream = new WebSocket(address, PROTOCOL, { maxPayload: 16 * LARGEST_MESSAGE })
        join({ browser, upstream }, { pass, renewed: () => access.passFor(request, RENEW_MS) })
      })
    },
    /** Closes the sockets of a session that has ended. */
    endSession(id: string): void {
      for (const browser of server.clients) if (sessionOf.get(browser) === id) browser.close(FORBIDDEN)
    },
    /** The browsers come back to another web server. */
    close(): void {
      for (const browser of server.clients) browser.close(GOING_AWAY)
      server.close()
    },
  }
}
