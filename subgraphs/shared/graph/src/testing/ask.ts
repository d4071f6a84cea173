import type { Actor } from '@kompetanse/schema/actor-token'
import { execute, type ExecutionResult, type GraphQLSchema } from 'graphql'
import { createDocuments } from '../documents.ts'
import { inputChecker } from '../input/check-operation.ts'

export interface Question {
  readonly actor: Actor
  readonly query: string
  readonly variables?: Record<string, unknown>
  readonly now?: Date
}

/**
 * Runs a document as the gateway would, without sockets. Throws when it does not fit the schema. Not through Apollo's
 * pipeline: a test that fails wants the error that was thrown, and out of there comes its mask.
 */
export async function ask(schema: GraphQLSchema, question: Question): Promise<ExecutionResult> {
  const { actor, query, variables: variableValues = {}, now = new Date() } = question
  const prepared = createDocuments(schema)(query)
  if ('errors' in prepared) throw prepared.errors[0]
  const fault = inputChecker(schema)({ document: prepared.document, variables: variableValues })
  if (fault) return { errors: [fault] }
  return execute({ schema, document: prepared.document, variableValues, contextValue: { actor, now } })
}
