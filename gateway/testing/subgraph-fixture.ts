import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { execute, parse, validate, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql'

type Resolvers = Record<string, Record<string, unknown>>

export interface SubgraphDefinition {
  readonly name: string
  readonly sdl: string
  readonly resolvers: Resolvers
  /** Answers in place of GraphQL; `run` returns the result of the resolvers for the request. */
  readonly respond?: (request: Received, run: () => Promise<unknown>) => RawReply | Promise<RawReply>
}

/** A reply as it goes over the wire. */
export interface RawReply {
  /** 200 when not given. */
  readonly status?: number
  readonly body: string
}

export interface Received {
  readonly query: string
  readonly variables: Record<string, unknown>
  readonly headers: IncomingHttpHeaders
  /** The request's body as it came. */
  readonly text: string
  /** Whether the client has disconnected without an answer. */
  left(): boolean
}

/** A running subgraph that records its requests. */
export interface RunningSubgraph {
  readonly url: string
  readonly received: Received[]
  /** Answers each request after this promise. */
  hold: Promise<unknown>
  close(): Promise<void>
}

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: [
  "@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible", "@interfaceObject", "@override"])\n`

export const subgraphSdl = ({ sdl }: SubgraphDefinition): string => LINK + sdl

/** The schema of a subgraph, with what its resolvers say. */
export const schemaOf = (definition: SubgraphDefinition): GraphQLSchema =>
  buildSubgraphSchema({ typeDefs: parse(subgraphSdl(definition)), resolvers: definition.resolvers as never })

export async function answer(
  schema: GraphQLSchema,
  { query, variables }: Pick<Received, 'query' | 'variables'>,
  contextValue: unknown,
) {
  const document = parse(query)
  const errors = validate(schema, document)
  if (errors.length > 0) return { errors }
  return execute({ schema, document, variableValues: variables, contextValue, fieldResolver: fieldOf })
}

const fieldOf: GraphQLFieldResolver<Record<string, unknown>, unknown> = (source, _args, _context, info) => {
  const value = source[info.fieldName]
  if (value instanceof Error) throw value
  return value
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`
}

export async function runSubgraph(definition: SubgraphDefinition): Promise<RunningSubgraph> {
  const schema = schemaOf(definition)
  const received: Received[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString()
      const body = JSON.parse(text) as Omit<Received, 'headers' | 'text' | 'left'>
      const left = () => response.destroyed && !response.writableFinished
      const each = { ...body, headers: request.headers, text, left }
      received.push(each)
      const run = async () => answer(schema, each, request.headers)
      void running.hold
        .then(
          () => definition.respond?.(each, run) ?? run().then((result) => ({ body: JSON.stringify(result) })),
        )
        .then(({ status = 200, body: reply }: RawReply) => {
          response.writeHead(status, { 'content-type': 'application/json' }).end(reply)
        })
    })
  })
  const running: RunningSubgraph = {
    url: await listen(server),
    received,
    hold: Promise.resolve(),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return running
}
