import { parse, type ExecutionResult, type GraphQLSchema } from 'graphql'
import { logger } from '../log.ts'
import { subscribe as subscribeTo } from '../subscribe.ts'
import type { Question } from './ask.ts'

/** The events of a subscription, read as the gateway would; null when it is refused. */
export async function subscribe(
  schema: GraphQLSchema,
  question: Question,
): Promise<AsyncIterableIterator<ExecutionResult> | null> {
  const { actor, query, variables: variableValues = {}, now = new Date() } = question
  const contextValue = { actor, now }
  const stream = await subscribeTo({ schema, document: parse(query), variableValues, contextValue }, logger)
  return Symbol.asyncIterator in stream ? stream : null
}
