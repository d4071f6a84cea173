import type { GraphQLDataSource } from '@apollo/gateway'
import { parse, type GraphQLSchema } from 'graphql'
import type { JsonObject } from '../json/json.ts'
import type { Graph } from '../graph/graph.ts'
import { textCache } from '../document/text-cache.ts'
import { compileFetchShape, ENTITIES, type FetchShape } from '../subgraph/fetch-shape.ts'
import { dropInterfaceNames } from '../subgraph/interface-names.ts'
import { renameKeptAliases } from '../subgraph/planner-aliases.ts'
import { dropRootNulls } from '../subgraph/root-nulls.ts'
import { settleNumbers } from '../subgraph/settle-numbers.ts'
import { soundAnswer } from '../subgraph/sound-answer.ts'
import type { SubgraphAnswer } from '../subgraph/subgraph-answer.ts'
import type { SubgraphClient } from '../subgraph/subgraph-client.ts'
import { fetchKey, type OwnContext } from './fetched.ts'
import type { RequestContext } from './request-context.ts'

/** Weight of fetches' texts whose shapes are kept: some hundreds, a thousand at most. */
const CAPACITY = 2_000_000

const entitiesIn = ({ representations }: JsonObject): readonly unknown[] =>
  Array.isArray(representations) ? representations : []

/** Makes of an answer what Apollo's executor cannot get wrong, in place. */
function mend(schema: GraphQLSchema, shape: FetchShape, data: JsonObject): void {
  settleNumbers(shape, data)
  renameKeptAliases(data)
  if (!shape.ofEntities) dropRootNulls(shape, data)
  dropInterfaceNames(schema, shape, data)
}

/** Sends the fetches of Apollo's executor the way that the compiled executor's go: same client, same reading. */
export function createDataSource(
  client: () => SubgraphClient,
  { supergraphSchema }: Graph,
): GraphQLDataSource<RequestContext> {
  const shapes = textCache<FetchShape>(CAPACITY)

  function shapeOf(query: string): FetchShape {
    const known = shapes.get(query)
    if (known) return known
    const shape = compileFetchShape(supergraphSchema, parse(query, { noLocation: true }))
    shapes.set(query, shape)
    return shape
  }

  return {
    async process(options) {
      const { request, context } = options
      const path = ('pathInIncomingRequest' in options && options.pathInIncomingRequest) || []
      const { actor, signal, deadlineAt, fetched } = context as OwnContext
      const { query = '', variables = {}, operationName } = request
      const subgraph = client()
      const idempotent = !query.startsWith('mutation')
      const sent = {
        body: JSON.stringify({ query, operationName, variables }),
        headers: actor.headers,
        idempotent,
        // A write is never cut short by its client's leaving: it would be unknown whether it was done.
        signal: idempotent ? signal : undefined,
        deadlineAt,
      }
      const shape = shapeOf(query)
      const representations = entitiesIn(variables)
      const sought = { shape, representations: representations.length }
      let read = (): SubgraphAnswer => ({})
      const { data, errors } = await soundAnswer(sought, async () => {
        const raw = await subgraph.send(sent)
        read = () => subgraph.read(raw)
        return read()
      })
      const key = fetchKey(subgraph.name, path, query)
      const found = data?.[ENTITIES]
      const lacks = shape.ofEntities && Array.isArray(found) && found.includes(null)
      fetched.push({ key, representations, errors, lacks, data: () => (data && read().data) ?? null })
      if (data) mend(supergraphSchema, shape, data)
      return { data }
    },
  }
}
