import { parse } from 'graphql'
import { expect, it } from 'vitest'
import { buildGraph } from '../src/graph/graph.ts'
import { fragmentsOf } from '../src/document/fragments-of.ts'
import { executeQueryPlan } from './execute-query-plan.ts'
import { compose } from './gateway-fixture.ts'
import { prepare } from './prepare.ts'

type Given = Parameters<typeof executeQueryPlan>

const graph = await buildGraph(
  compose(
    [
      {
        name: 'names',
        sdl: 'type Query { one: Thing both: Int @shareable } type Thing @key(fields: "id") { id: ID! name: String }',
        resolvers: {},
      },
      {
        name: 'sizes',
        sdl: 'type Query { size: Int both: Int @shareable } type Thing @key(fields: "id") { id: ID! size: Int! }',
        resolvers: {},
      },
    ],
    { names: 'http://names', sizes: 'http://sizes' },
  ),
)

const QUERY = '{ one { name size } size }'
/** Calls it with the parameters of Apollo's tests: a plan, data sources, and the operation with its variables. */
async function execute(sizes: object) {
  const { operation, planFor } = prepare(graph, QUERY)
  const requested: string[] = []
  const service = (name: string, answer: (query: string) => object) => ({
    process: async ({ request }: { request: { query?: string } }) => {
      requested.push(name)
      return answer(request.query ?? '')
    },
  })
  const services = {
    names: service('names', () => ({ data: { one: { __typename: 'Thing', id: '1', name: 'a' } } })),
    sizes: service('sizes', (query) => (query.includes('_entities') ? sizes : { data: { size: 3 } })),
  }
  const context = { request: { variables: {} }, context: {} }
  const how = { schema: graph.schema, operation, fragments: Object.fromEntries(fragmentsOf(parse(QUERY))) }
  const given: unknown = [planFor({}), services, context, how, graph.supergraphSchema, graph.schema]
  return { ...(await executeQueryPlan(...(given as Given))), requested: requested.toSorted() }
}

it('Apollo’s tests of execution find the compiled executor behind Apollo’s signature', async () => {
  expect(await execute({ data: { _entities: [{ size: 2 }] } })).toEqual({
    data: { one: { name: 'a', size: 2 }, size: 3 },
    requested: ['names', 'sizes', 'sizes'],
  })
})

it('and what a data source says went wrong', async () => {
  const error = { message: 'no size', path: ['_entities', 0, 'size'], extensions: { code: 'NO_SIZE' } }
  const { data, errors } = await execute({ data: { _entities: [null] }, errors: [error] })
  expect(data).toEqual({ one: null, size: 3 })
  expect(errors).toMatchObject([
    { message: 'no size', path: ['one', 'size'], extensions: { code: 'NO_SIZE' } },
  ])
})
