import type { Actor } from '@kompetanse/schema/actor-token'
import { execute, type ExecutionResult, type GraphQLSchema } from 'graphql'
import { createDocuments } from './documents.ts'

/** Runs a document as the gateway would, without sockets. Throws when it does not fit the schema. */
export async function ask(
  schema: GraphQLSchema,
  actor: Actor,
  query: string,
  variableValues: Record<string, unknown> = {},
  now = new Date(),
): Promise<ExecutionResult> {
  const prepared = createDocuments(schema)(query)
  if ('errors' in prepared) throw prepared.errors[0]
  return execute({ schema, document: prepared.document, variableValues, contextValue: { actor, now } })
}

export const aPerson = (personId: string, rest: Partial<Actor> = {}): Actor => ({
  kind: 'person',
  personId,
  trainee: false,
  grants: [],
  ...rest,
})
