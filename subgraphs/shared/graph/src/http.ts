import type { IncomingMessage, ServerResponse } from 'node:http'
import { HeaderMap, type ApolloServer, type HTTPGraphQLResponse } from '@apollo/server'
import type { Actor } from '@kompetanse/schema/actor-token'
import { nestsTooDeeply } from '@kompetanse/schema/nesting'
import type { GraphContext } from './context.ts'
import { refuse } from './refuse.ts'

const MAX_BYTES = 2_000_000

/**
 * Answers POST /graphql by Apollo's pipeline. Its only client is the gateway, so it speaks plain JSON over POST; what
 * a public endpoint must withstand is withstood there. A body that is no request, nests too deeply, or is larger than 2 MB, is a 400
 * before the pipeline.
 */
export function createGraphHandler(apollo: ApolloServer<GraphContext>) {
  return async (request: IncomingMessage, response: ServerResponse, actor: Actor): Promise<void> => {
    const body = await readBody(request)
    if (!body) return refuse(response, 400, 'BAD_REQUEST')
    const answer = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers: headersOf(request), search: '', body },
      context: async () => ({ actor, now: new Date() }),
    })
    send(response, answer)
  }
}

function headersOf({ headers }: IncomingMessage): HeaderMap {
  const map = new HeaderMap()
  for (const name in headers) {
    const value = headers[name]
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  return map
}

/** The length goes ahead and all of it out at once, so that the gateway receives one piece. */
function send(response: ServerResponse, { status = 200, headers, body }: HTTPGraphQLResponse): void {
  if (body.kind === 'chunked') throw new Error('no schema here defers anything')
  for (const [name, value] of headers) response.setHeader(name, value)
  response.statusCode = status
  response.end(body.string)
}

/** Null for what is no request with a document. */
async function readBody(request: IncomingMessage): Promise<{ readonly query: string } | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_BYTES) return null
    chunks.push(chunk)
  }
  try {
    const text = Buffer.concat(chunks).toString('utf8')
    const body = nestsTooDeeply(text) ? null : (JSON.parse(text) as { query?: unknown } | null)
    if (typeof body?.query !== 'string' || nestsTooDeeply(body.query)) return null
    return { ...body, query: body.query }
  } catch {
    return null
  }
}
