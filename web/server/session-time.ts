import type { IncomingMessage, ServerResponse } from 'node:http'
import { SESSION_COOKIE } from './access.ts'
import type { Config } from './config.ts'
import { readCookie, writeCookie } from './cookies.ts'
import type { Sessions } from './sessions.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

const answer = (response: ServerResponse, secondsLeft: number | undefined, cookies: string[] = []): void => {
  const status = secondsLeft === undefined ? 401 : 200
  response
    .writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'set-cookie': cookies,
    })
    .end(JSON.stringify({ secondsLeft: secondsLeft ?? 0 }))
}

/**
 * How long the session lasts: `GET /okt` tells, `POST /okt` lets it last as long as a new one, for the person who
 * answers that the work goes on. Both answer `{ secondsLeft }`, whole seconds; 401 when there is no session.
 */
export const sessionTimeRoutes = (sessions: Sessions, { origin, sessionHours }: Config) => {
  const secure = origin.protocol === 'https:'

  const tell: Handler = async (request, response) => {
    const id = readCookie(request, SESSION_COOKIE)
    answer(response, id === undefined ? undefined : await sessions.secondsLeft(id))
  }

  const prolong: Handler = async (request, response) => {
    const id = readCookie(request, SESSION_COOKIE)
    const secondsLeft = id === undefined ? undefined : await sessions.prolong(id)
    if (id === undefined || secondsLeft === undefined) return answer(response, undefined)
    const cookie = writeCookie(SESSION_COOKIE, id, { secure, maxAgeSeconds: sessionHours * 3600 })
    answer(response, secondsLeft, [cookie])
  }

  const routes: Record<string, Handler> = { 'GET /okt': tell, 'POST /okt': prolong }
  return (request: IncomingMessage, address: URL): Handler | undefined =>
    routes[`${request.method} ${address.pathname}`]
}
