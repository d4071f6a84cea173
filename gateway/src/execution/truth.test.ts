import { parse } from 'graphql'
import { beforeAll, describe, expect, it } from 'vitest'
import { openApolloExecutor, type ExecutedResult } from '../../testing/apollo-executor.ts'
import { executorAlone, executorOver } from '../../testing/cases/executor-alone.ts'
import { LIBRARY_CASES } from '../../testing/cases/library-cases.ts'
import { difference } from '../../testing/fuzz/compare.ts'
import { makeOperation } from '../../testing/fuzz/operation/make-operation.ts'
import { Random } from '../../testing/fuzz/random.ts'
import { makeWorld } from '../../testing/fuzz/world/make-world.ts'
import { compose } from '../../testing/gateway-fixture.ts'
import { library } from '../../testing/library.ts'
import { answer, schemaOf } from '../../testing/subgraph-fixture.ts'

const read = (text: string) => JSON.parse(text) as ExecutedResult
const said = ({ data, errors = [] }: ExecutedResult) => ({
  data: JSON.stringify(data),
  errors: errors.map(({ path }) => JSON.stringify(path)).toSorted(),
})

describe('the library is answered as by Apollo’s executor', () => {
  const right = new Map<string, ExecutedResult>()
  const asked = Object.entries(LIBRARY_CASES).map(([name, given]) => {
    const [query, variables] = typeof given === 'string' ? [given, {}] : given
    return [name, { query, variables }] as const
  })
  beforeAll(async () => {
    const schemas = new Map(library.map((each) => [each.name, schemaOf(each)]))
    const apollo = await openApolloExecutor(compose(library, {}), async (name, request) => {
      const schema = schemas.get(name)
      if (!schema) throw new Error(`no subgraph ${name}`)
      return (await answer(schema, request, {})) as ExecutedResult
    })
    for (const [name, { query, variables }] of asked)
      right.set(name, await apollo.execute(parse(query), variables))
    await apollo.stop()
  })

  const { answerTo } = executorAlone(library)
  it.each(asked)('%s', async (name, each) => {
    expect(said(read(await answerTo(each)))).toEqual(said(right.get(name) ?? {}))
  })
})

/** Graphs and operations that are drawn once, by their seed, and are the same each time. */
describe.each(['executor/0', 'executor/1', 'executor/2'])('the graph of seed %s', (seed) => {
  const world = makeWorld(seed)
  const execute = executorOver(world.supergraph, (node, variables) =>
    world.answer(node.serviceName, {
      ...{ query: node.operation, variables: JSON.parse(variables) as Record<string, unknown> },
    }),
  )

  it.each(Array.from({ length: 15 }, (_, at) => at))(
    'operation %i is answered with the truth',
    async (at) => {
      const { document, variables } = makeOperation(new Random(`${seed}/${at}`), world.schema)
      const truth = await world.truth(document, variables)
      expect(difference(truth, read(await execute(document, variables)))).toBeNull()
    },
  )
})
