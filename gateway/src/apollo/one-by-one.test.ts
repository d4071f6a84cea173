import { Kind, parse } from 'graphql'
import { expect, it } from 'vitest'
import { compose } from '../../testing/gateway-fixture.ts'
import { library } from '../../testing/library.ts'
import { refuse } from '../errors/refusal.ts'
import { buildGraph } from '../graph/graph.ts'
import { oneByOne } from './one-by-one.ts'
import type { ExecutorRequest } from './portal-gateway.ts'

const graph = buildGraph(compose(library, {}))
const again = async () => refuse(401, 'UNAUTHENTICATED', 'The session has ended.')

it('does no other part for who may no more after the first, and still says what the root is', async () => {
  const done: string[] = []
  const execute = oneByOne(async ({ operation: { selectionSet } }) => {
    const [field] = selectionSet.selections
    if (field?.kind !== Kind.FIELD) throw new Error('A part begins with its field')
    const { name, alias = name } = field
    done.push(name.value)
    return { data: { [alias.value]: name.value } }
  }, graph)
  const document = parse(
    'mutation { a: count __typename b: rename(id: "1", title: "x") { id } t: __typename }',
  )
  const [operation] = document.definitions
  const request = { document, operation, queryHash: '', request: {}, context: { actor: { again } } }
  const { data, errors } = await execute(request as unknown as ExecutorRequest)
  expect(data).toEqual({ a: 'count', __typename: '__typename', b: null, t: '__typename' })
  expect(errors?.map(({ path }) => path)).toEqual([['b']])
  expect(done).toEqual(['count', '__typename', '__typename'])
})
