import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { answerEarly, bodyOf } from '@kompetanse/schema/uploads'
import { type Dispatcher, Pool } from 'undici'
import type { Access, Pass } from './access.ts'
import type { Config } from './config.ts'
import type { Log } from './log.ts'
import { readBody } from './read-body.ts'

const QUERY_LIMIT = 512 * 1024
const JSON_TYPE = 'application/json; charset=utf-8'

export const problem = (code: string, message: string): string =>
  JSON.stringify({ errors: [{ message, extensions: { code } }] })
export const signedOut = problem('UNAUTHENTICATED', 'Not signed in')

const FILE_HEADERS = ['content-type', 'content-length', 'content-disposition', 'etag', 'last-modified']
const kept = (headers: Dispatcher.ResponseData['headers']) =>
  Object.fromEntries(FILE_HEADERS.flatMap((name) => (headers[name] ? [[name, headers[name]]] : [])))

/** What somebody uploaded. */
const SHOWN_NEVER_RUN = {
  'cache-control': 'private, no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
}

const json = (response: ServerResponse, status: number, body: string): void => {
  response.writeHead(status, { 'content-type': JSON_TYPE, 'cache-control': 'no-store' }).end(body)
}

/**
 * The way from the browser, and from the pages rendered here, to the gateway: the person's token is added here, and with each request a proof that it is used by whom it was given to.
 */
export const createGatewayProxy = ({ gateway }: Config, access: Access, log: Log) => {
  const graphql = new URL('/graphql', gateway)
  const pool = new Pool(gateway.origin, { connections: 64, pipelining: 1 })

  /** A fresh token that is refused is a fault of the set-up, a clock or an address, and shows on every page. */
  const send = async (options: Omit<Dispatcher.RequestOptions, 'origin'>) => {
    const answer = await pool.request(options)
    if (answer.statusCode === 401)
      log.warn(`the gateway let nobody in: ${String(answer.headers['www-authenticate'])}`)
    return answer
  }

  const ask = (pass: Pass, body: string | Buffer) =>
    send({
      path: graphql.pathname,
      method: 'POST',
      headers: {
        ...pass('POST', graphql),
        'content-type': 'application/json',
        accept: 'application/json',
      },
      body,
    })

  return {
    /** One question on behalf of a page that is being rendered. */
    async render(request: IncomingMessage, body: string): Promise<Response> {
      const pass = await access.passFor(request)
      if (!pass) return new Response(signedOut, { status: 401, headers: { 'content-type': JSON_TYPE } })
      const answer = await ask(pass, body).catch(() => undefined)
      const headers = { 'content-type': JSON_TYPE }
      if (!answer)
        return new Response(problem('UNREACHABLE', 'The gateway did not answer'), { status: 502, headers })
      return new Response(await answer.body.text(), { status: answer.statusCode, headers })
    },

    async graphql(request: IncomingMessage, response: ServerResponse): Promise<void> {
      // A form of another site can send neither this content type nor an answerable preflight.
      if (!request.headers['content-type']?.startsWith('application/json'))
        return json(response, 415, problem('BAD_REQUEST', 'Send application/json'))
      const pass = await access.passFor(request)
      if (!pass) return json(response, 401, signedOut)
      const body = await readBody(request, QUERY_LIMIT)
      if (!body) return json(response, 413, problem('BAD_REQUEST', 'The request is too large'))
      const answer = await ask(pass, body)
      response.writeHead(answer.statusCode, { 'content-type': JSON_TYPE, 'cache-control': 'no-store' })
      await pipeline(answer.body, response)
    },

    /** Both ways as a stream: a file is never held in memory. */
    async files(request: IncomingMessage, response: ServerResponse, address: URL): Promise<void> {
      const early = (status: number, headers: OutgoingHttpHeaders, body: string) =>
        answerEarly(request, response, { status, headers, body })
      const pass = await access.passFor(request)
      if (!pass) return early(401, { 'content-type': JSON_TYPE, 'cache-control': 'no-store' }, signedOut)
      const upload = request.method === 'POST'
      const method = upload ? 'POST' : 'GET'
      const length = request.headers['content-length']
      const answer = await send({
        path: address.pathname + address.search,
        method,
        headers: {
          ...pass(method, new URL(address.pathname, gateway)),
          ...(upload && { 'content-type': request.headers['content-type'] ?? 'application/octet-stream' }),
          ...(upload && length && { 'content-length': length }),
        },
        ...(upload && { body: Readable.from(bodyOf(request), { objectMode: false }) }),
        headersTimeout: 120_000,
      })
      const headers = { ...kept(answer.headers), ...SHOWN_NEVER_RUN }
      if (answer.statusCode >= 400) return early(answer.statusCode, headers, await answer.body.text())
      response.writeHead(answer.statusCode, headers)
      await pipeline(answer.body, response)
    },

    close: () => pool.close(),
  }
}
