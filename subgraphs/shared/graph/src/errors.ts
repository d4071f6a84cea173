import { randomUUID } from 'node:crypto'
import { GraphQLError, type ExecutionResult } from 'graphql'
import type { Logger } from 'pino'

/**
 * A bug says nothing to the outside but the id under which it was logged; an error that was raised as a
 * GraphQLError with a code passes through.
 */
export function maskErrors(result: ExecutionResult, logger: Logger): ExecutionResult {
  return result.errors ? { ...result, errors: result.errors.map((error) => mask(error, logger)) } : result
}

/** Whether something was thrown that nobody meant as an answer: a bug, or a database that is away. */
export const isBug = ({ originalError }: GraphQLError): boolean =>
  originalError !== undefined && !(originalError instanceof GraphQLError)

function mask(error: GraphQLError, logger: Logger): GraphQLError {
  const { originalError } = error
  if (!isBug(error)) return error
  const correlationId = randomUUID()
  logger.error({ err: originalError, path: error.path, correlationId }, 'resolver failed')
  const extensions = { code: 'INTERNAL_SERVER_ERROR', correlationId }
  return new GraphQLError('Internal error', {
    nodes: error.nodes ?? null,
    path: error.path ?? null,
    extensions,
  })
}
