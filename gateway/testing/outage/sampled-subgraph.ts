import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buildSubgraphSchema } from '@apollo/subgraph'
import {
  execute,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  parse,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql'

/** A subgraph that answers everything its schema has with made-up values, until it is taken down. */
export interface SampledSubgraph {
  readonly url: string
  down: boolean
  close(): Promise<void>
}

const LEAVES: Readonly<Record<string, unknown>> = {
  Int: 1,
  Float: 1,
  Boolean: true,
  Date: '2026-11-22',
  DateTime: '2026-11-22T12:00:00.000Z',
}

function sample(type: GraphQLOutputType, schema: GraphQLSchema): unknown {
  if (isNonNullType(type)) return sample(type.ofType, schema)
  if (isListType(type)) return [sample(type.ofType, schema)]
  if (isEnumType(type)) return type.getValues()[0]?.value
  if (isLeafType(type)) return LEAVES[type.name] ?? 'x'
  return isAbstractType(type) ? { __typename: schema.getPossibleTypes(type)[0]?.name } : {}
}

type Source = Record<string, unknown> | undefined
const fieldResolver: GraphQLFieldResolver<Source, unknown> = (source, args, _context, info) =>
  info.fieldName === '_entities'
    ? (args as { representations: unknown }).representations
    : (source?.[info.fieldName] ?? sample(info.returnType, info.schema))

export async function runSampledSubgraph(sdl: string): Promise<SampledSubgraph> {
  const schema = buildSubgraphSchema(parse(sdl))
  const state = { down: false }
  const server = createServer((request, response) => {
    if (state.down) return void request.destroy()
    void request.toArray().then(async (chunks: Buffer[]) => {
      const { query, variables } = JSON.parse(Buffer.concat(chunks).toString()) as {
        query: string
        variables?: Record<string, unknown>
      }
      const typeResolver = (value: { __typename: string }) => value.__typename
      const document = parse(query)
      const result = await execute({
        schema,
        document,
        variableValues: variables ?? {},
        fieldResolver,
        typeResolver,
      })
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(result))
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
