import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway'
import { print, type DocumentNode, type GraphQLFormattedError } from 'graphql'
import { silent } from './gateway-fixture.ts'

export interface ExecutedResult {
  readonly data?: Record<string, unknown> | null
  readonly errors?: readonly GraphQLFormattedError[]
}

export interface SubgraphQuery {
  readonly query: string
  readonly variables: Record<string, unknown>
}

/** Answers one fetch as a subgraph would, without a socket. */
export type AnswerInProcess = (subgraph: string, query: SubgraphQuery) => Promise<ExecutedResult>

export interface ApolloExecutor {
  /** The answer of Apollo's planner and executor to a valid document of one operation; errors are not masked. */
  execute(document: DocumentNode, variables?: Record<string, unknown>): Promise<ExecutedResult>
  stop(): Promise<void>
}

type Executor = Awaited<ReturnType<ApolloGateway['load']>>['executor']

/** JSON there and back, as over a socket: `undefined`, prototypes and shared objects do not get through. */
const overTheWire = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value

/** Apollo's own planner and executor, as `@apollo/gateway` ships them, over subgraphs in this process. */
export async function openApolloExecutor(
  supergraphSdl: string,
  answer: AnswerInProcess,
): Promise<ApolloExecutor> {
  const dataSource = (name: string): GraphQLDataSource => ({
    process: async ({ request }) =>
      overTheWire(
        await answer(name, { query: request.query ?? '', variables: overTheWire(request.variables ?? {}) }),
      ) as never,
  })
  const gateway = new ApolloGateway({
    supergraphSdl,
    logger: silent,
    buildService: ({ name }) => dataSource(name),
  })
  const { executor } = await gateway.load()
  return {
    async execute(document, variables = {}) {
      const query = print(document)
      const call = { request: { query, variables }, document, queryHash: query, metrics: {}, context: {} }
      const result = await executor({ ...call, logger: silent } as unknown as Parameters<Executor>[0])
      return overTheWire(result as ExecutedResult)
    },
    stop: () => gateway.stop(),
  }
}
