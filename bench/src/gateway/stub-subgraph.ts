import { createServer } from 'node:http'
import { readFileSync } from 'node:fs'
import { buildSubgraphSchema } from '@apollo/subgraph'
import {
  execute,
  getNamedType,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  parse,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql'
import { answersAsIdentity } from '../identity.ts'

/**
 * A subgraph that costs nearly nothing: every question is executed once over invented data, then answered with
 * the same bytes. What is left to measure is the gateway in front.
 *
 * `node stub-subgraph.ts SDL-FILE` prints the ready line and ends with its parent.
 */
const ROWS = 50
/** Of a connection inside of a row of another. */
const ROWS_WITHIN = 5
const SCALARS: Record<string, unknown> = {
  Int: 3,
  Float: 1.5,
  Boolean: true,
  DateTime: '2026-01-01T08:00:00.000Z',
  Date: '2026-01-01',
}

const isWithinRows = ({ path }: GraphQLResolveInfo): boolean => {
  for (let above = path.prev; above; above = above.prev) if (above.key === 'edges') return true
  return false
}

const rowOf = (info: GraphQLResolveInfo): number => {
  for (let path: typeof info.path | undefined = info.path; path; path = path.prev)
    if (typeof path.key === 'number') return path.key
  return 0
}

function invent(type: GraphQLOutputType, info: GraphQLResolveInfo): unknown {
  if (isNonNullType(type)) return invent(type.ofType, info)
  const named = getNamedType(type)
  if (isListType(type)) {
    const rows = info.fieldName !== 'edges' ? 2 : isWithinRows(info) ? ROWS_WITHIN : ROWS
    return Array.from({ length: rows }, () =>
      isScalarType(named) || isEnumType(named) ? invent(named, info) : {},
    )
  }
  if (isEnumType(type)) return type.getValues()[0]?.value
  if (isScalarType(type)) return SCALARS[type.name] ?? `${info.fieldName} ${rowOf(info)}`
  return {}
}

const resolve: GraphQLFieldResolver<Record<string, unknown>, unknown> = (source, _args, _context, info) =>
  source[info.fieldName] ?? invent(info.returnType, info)

function firstMember(schema: GraphQLSchema) {
  const resolvers: Record<string, Record<string, unknown>> = {}
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type)) resolvers[type.name] = { __resolveReference: (reference: object) => reference }
    if (isAbstractType(type))
      resolvers[type.name] = { __resolveType: () => schema.getPossibleTypes(type)[0]?.name }
  }
  return resolvers
}

const typeDefs = parse(readFileSync(process.argv[2] ?? '', 'utf8'))
const bare = buildSubgraphSchema({ typeDefs })
const { Query: _query, Mutation: _mutation, ...resolvers } = firstMember(bare)
const schema = buildSubgraphSchema({ typeDefs, resolvers: resolvers as never })
const answers = new Map<string, Promise<string>>()

async function answer(body: string): Promise<string> {
  const { query, variables } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> }
  const rootValue = {}
  const document = parse(query)
  return JSON.stringify(
    await execute({ schema, document, variableValues: variables ?? {}, rootValue, fieldResolver: resolve }),
  )
}

function known(body: string): Promise<string> {
  let text = answers.get(body)
  if (!text) answers.set(body, (text = answer(body)))
  return text
}

// Longer than any pause of the load: a gateway must not meet a connection that is just being closed.
const server = createServer({ keepAliveTimeout: 120_000 }, (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stub')
  if (answersAsIdentity(pathname, searchParams, response)) return
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    void known(Buffer.concat(chunks).toString()).then((text) => {
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
      })
      response.end(text)
    })
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(
    `${JSON.stringify({ ready: 'stub', port: typeof address === 'object' ? address?.port : 0 })}\n`,
  )
})
process.on('disconnect', () => process.exit(0))
