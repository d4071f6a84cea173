import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ACTOR_HEADER, createActorVerifier, importActorKey } from '@kompetanse/schema/actor-token'
import { execute, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql'

interface GraphRequest {
  readonly query: string
  readonly variables?: Record<string, unknown>
  readonly operationName?: string
}

/** The least that a subgraph can do for a request: the baseline, as subgraphs were served before Apollo Server. */
export async function serveBare(schema: GraphQLSchema, actorKey: string): Promise<number> {
  const authenticate = createActorVerifier(await importActorKey(actorKey))
  const prepare = createDocuments(schema)
  const answer = async (request: IncomingMessage) => {
    const actor = await authenticate(request.headers[ACTOR_HEADER]?.toString())
    const { query, variables, operationName } = await readBody(request)
    const result = await execute({
      ...{ schema, document: prepare(query), contextValue: { actor, now: new Date() } },
      ...(variables && { variableValues: variables }),
      ...(operationName && { operationName }),
    })
    return JSON.stringify(result)
  }
  const server = createServer((request, response) => {
    void answer(request).then((text) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(text),
    )
  })
  server.keepAliveTimeout = 65_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

function createDocuments(schema: GraphQLSchema): (text: string) => DocumentNode {
  const known = new Map<string, DocumentNode>()
  return (text) => {
    const had = known.get(text)
    if (had) return had
    const document = parse(text)
    const [error] = validate(schema, document)
    if (error) throw error
    known.set(text, document)
    return document
  }
}

async function readBody(request: IncomingMessage): Promise<GraphRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as GraphRequest
}
