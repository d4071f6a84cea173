import type { Actor } from '@kompetanse/schema/actor-token'
import { getOperationAST, GraphQLError, type GraphQLSchema } from 'graphql'
import { inputChecker, type Operation } from './check-operation.ts'

/** A command is a person's: a machine reads, whatever its grants, and there is nobody to answer for what it did. */
function notByPerson({ document, operationName }: Operation, { kind }: Actor): GraphQLError | null {
  if (kind === 'person') return null
  if (getOperationAST(document, operationName)?.operation !== 'mutation') return null
  return new GraphQLError('Only a person gives commands', { extensions: { code: 'NOT_PERMITTED' } })
}

/** `refusalIn(schema)(operation, actor)`: why an operation is not executed at all, or null. */
export function refusalIn(schema: GraphQLSchema) {
  const faultIn = inputChecker(schema)
  return (operation: Operation, actor: Actor): GraphQLError | null =>
    notByPerson(operation, actor) ?? faultIn(operation)
}
