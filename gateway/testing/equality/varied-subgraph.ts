import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { execute, parse, type GraphQLSchema } from 'graphql'
import { hash } from '../fuzz/random.ts'
import type { Fault, Scenario } from './scenario.ts'
import { variedResolver, type VariedSource } from './varied-data.ts'

/** A subgraph with made-up answers, right or wrong according to its scenario. */
export interface VariedSubgraph {
  readonly url: string
  scenario: Scenario
  /** Whether it has got a request since this was last set to false. */
  isRequested: boolean
  close(): Promise<void>
}

interface Result {
  readonly data?: unknown
  readonly errors?: unknown
}

function exchanged(value: unknown, name: string, seed: string): unknown {
  const inner = (each: unknown) => exchanged(each, name, seed)
  const hit = name !== '_entities' && hash(`${seed}${name}`) % 3 === 0
  if (Array.isArray(value)) return hit ? { length: 1 } : value.map(inner)
  if (typeof value !== 'object' || value === null) return value
  if (hit) return ['text']
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, exchanged(each, key, seed)]))
}

const BODIES: Readonly<Partial<Record<Fault, (result: Result) => string>>> = {
  'status 500': () => '{"message":"no"}',
  'not JSON': () => '<html>',
  'errors an object': ({ data }) => JSON.stringify({ data, errors: { message: 'odd' } }),
  'errors with a null': ({ data }) => JSON.stringify({ data, errors: [null] }),
  'lists and objects exchanged': ({ data, ...rest }) =>
    JSON.stringify({
      ...rest,
      data: Object.fromEntries(
        Object.entries(data ?? {}).map(([key, each]) => [key, exchanged(each, key, 'exchanged')]),
      ),
    }),
}

function respond(response: ServerResponse, result: Result, fault: Fault | undefined): void {
  if (fault === 'lost') return void response.destroy()
  response.statusCode = fault === 'status 500' ? 500 : 200
  response.setHeader('content-type', 'application/json')
  response.end((fault && BODIES[fault]?.(result)) ?? JSON.stringify(result))
}

function schemaOf(sdl: string): GraphQLSchema {
  const typeDefs = parse(sdl)
  const resolvers: Record<string, object> = {}
  for (const each of typeDefs.definitions) {
    if (each.kind !== 'ObjectTypeDefinition' && each.kind !== 'ObjectTypeExtension') continue
    if (!each.directives?.some(({ name }) => name.value === 'key')) continue
    const __resolveReference = ({ __typename, ...given }: Record<string, unknown>): VariedSource => ({
      __typename: String(__typename),
      key: JSON.stringify([__typename, given]),
      given,
    })
    resolvers[each.name.value] = { __resolveReference }
  }
  return buildSubgraphSchema({ typeDefs, resolvers: resolvers as never })
}

export async function runVariedSubgraph(name: string, sdl: string, first: Scenario): Promise<VariedSubgraph> {
  const schema = schemaOf(sdl)
  const state = { scenario: first, isRequested: false }
  const fieldResolver = variedResolver(() => state.scenario)
  const server = createServer((request, response) => {
    void request.toArray().then(async (chunks: Buffer[]) => {
      state.isRequested = true
      const { broken } = state.scenario
      const { query, variables } = JSON.parse(Buffer.concat(chunks).toString()) as {
        query: string
        variables?: Record<string, unknown>
      }
      const result = await execute({
        schema,
        document: parse(query),
        variableValues: variables ?? {},
        fieldResolver,
        typeResolver: ({ __typename }: VariedSource) => __typename,
      })
      respond(response, result, broken?.subgraph === name ? broken.fault : undefined)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return Object.assign(state, {
    url: `http://127.0.0.1:${port}/graphql`,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  })
}
