import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
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

const isInit = (data: RawData): boolean => {
  try {
    return (JSON.parse(String(data)) as { type?: unknown }).type === 'connection_init'
  } catch {
    return false
  }
}

/** Joins a browser's socket to one of its own at the gateway. Each side's close reaches the other. */
const join = (browser: WebSocket, upstream: WebSocket, pass: Pass): void => {
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
    browser.send(String(data), () => {
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
        join(browser, new WebSocket(address, PROTOCOL, { maxPayload: 16 * LARGEST_MESSAGE }), pass)
      })
    },
    /** Nothing more is told to a session that has ended. */
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
