import { HeaderMap, type ApolloServerPlugin } from '@apollo/server'
import type { GraphQLSchema } from 'graphql'
import type { GraphContext } from '../context.ts'
import { refusalIn } from './refusal.ts'

/** Refuses what an operation brings, status 400, in the place of executing it. */
export function inputPlugin(schema: GraphQLSchema): ApolloServerPlugin<GraphContext> {
  const refused = refusalIn(schema)
  return {
    requestDidStart: async () => ({
      async responseForOperation({
        document,
        operationName,
        request: { variables },
        contextValue: { actor },
      }) {
        const fault = refused({ document, operationName, variables }, actor)
        if (!fault) return null
        return {
          http: { status: 400, headers: new HeaderMap() },
          body: { kind: 'single', singleResult: { errors: [fault.toJSON()] } },
        }
      },
    }),
  }
}
