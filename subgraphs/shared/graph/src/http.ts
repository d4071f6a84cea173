import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Actor } from '@kompetanse/schema/actor-token'
import { execute, type ExecutionResult, type GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import type { GraphContext } from './context.ts'
import { createDocuments } from './documents.ts'
import { maskErrors } from './errors.ts'
import { refuse } from './refuse.ts'

interface GraphRequest {
  readonly query: string
  readonly variables?: Record<string, unknown>
  readonly operationName?: string
}

const MAX_BYTES = 2_000_000

/**
 * Answers POST /graphql. Its only client is the gateway, so it speaks plain JSON over POST; what a public endpoint
 * must withstand is withstood there.
 */
export function createGraphHandler(schema: GraphQLSchema, logger: Logger) {
  const prepare = createDocuments(schema)

  const run = async (body: GraphRequest, actor: Actor): Promise<ExecutionResult> => {
    const prepared = prepare(body.query)
    if ('errors' in prepared) return { errors: prepared.errors }
    const contextValue: GraphContext = { actor, now: new Date() }
    const { variables, operationName } = body
    const result = await execute({
      schema,
      document: prepared.document,
      contextValue,
      ...(variables && { variableValues: variables }),
      ...(operationName && { operationName }),
    })
    return maskErrors(result, logger)
  }

  return async (request: IncomingMessage, response: ServerResponse, actor: Actor): Promise<void> => {
    const body = request.method === 'POST' ? await readBody(request) : null
    if (!body) return refuse(response, 400, 'BAD_REQUEST')
    const text = JSON.stringify(await run(body, actor))
    response.writeHead(200, { 'content-type': 'application/json' }).end(text)
  }
}

async function readBody(request: IncomingMessage): Promise<GraphRequest | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_BYTES) return null
    chunks.push(chunk)
  }
  try {
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Partial<GraphRequest> | null
    return typeof body?.query === 'string' ? (body as GraphRequest) : null
  } catch {
    return null
  }
}
