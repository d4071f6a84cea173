import { HeaderMap, type ApolloServerPlugin } from '@apollo/server'
import type { GraphQLSchema } from 'graphql'
import { inputChecker } from './check-operation.ts'

/** Refuses what an operation brings, status 400, in the place of executing it. */
export function inputPlugin(schema: GraphQLSchema): ApolloServerPlugin {
  const faultIn = inputChecker(schema)
  return {
    requestDidStart: async () => ({
      async responseForOperation({ document, operationName, request: { variables } }) {
        const fault = faultIn({ document, operationName, variables })
        if (!fault) return null
        return {
          http: { status: 400, headers: new HeaderMap() },
          body: { kind: 'single', singleResult: { errors: [fault.toJSON()] } },
        }
      },
    }),
  }
}
