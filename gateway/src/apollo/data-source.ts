import type { GraphQLDataSource } from '@apollo/gateway'
import { SubgraphFailure } from '../subgraph/subgraph-answer.ts'
import type { SubgraphClient } from '../subgraph/subgraph-client.ts'
import type { RequestContext } from './request-context.ts'

/** Sends the fetches of Apollo's executor the way that the compiled executor's go: same client, same reading. */
export function createDataSource(client: () => SubgraphClient): GraphQLDataSource<RequestContext> {
  return {
    async process({ request, context }) {
      const { actor, signal, deadlineAt } = context as RequestContext
      const { query = '', variables, operationName } = request
      const body = JSON.stringify({ query, operationName, variables })
      const subgraph = client()
      try {
        const idempotent = !query.startsWith('mutation')
        return subgraph.read(
          await subgraph.send({ body, headers: actor.headers, idempotent, signal, deadlineAt }),
        )
      } catch (error) {
        if (!(error instanceof SubgraphFailure)) throw error
        return { errors: [error.formatted] }
      }
    },
  }
}
