import { randomUUID } from 'node:crypto'
import { PothosValidationError } from '@pothos/core'
import { isDatabaseAway } from '@kompetanse/schema/process/database-away'
import { withoutHint } from '@kompetanse/schema/process/hints'
import { GraphQLError, type ExecutionResult, type GraphQLFormattedError } from 'graphql'
import type { Log } from '@kompetanse/schema/process/log-details'

/**
 * A bug says nothing to the outside but the id under which it was logged; that the database is away has a code; an error that was raised as a
 * GraphQLError passes through. For what `execute` gives outside of Apollo's pipeline: the events of a stream.
 */
export function maskErrors(result: ExecutionResult, logger: Log): ExecutionResult {
  if (!result.errors) return result
  return { ...result, errors: result.errors.map((error) => (isBug(error) ? mask(error, logger) : error)) }
}

/**
 * The same for Apollo's pipeline, its `formatError`. The pipeline gives what it refuses a code of its own, such as
 * GRAPHQL_VALIDATION_FAILED; the code of a scalar that refused a value within the document comes before that. In
 * production no complaint names what may have been meant.
 */
export const createErrorFormatter =
  (logger: Log, production: boolean) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    if (isBug(error)) return mask(error, logger).toJSON()
    const code = codeOfCause(error)
    const message = production ? withoutHint(formatted.message) : formatted.message
    return {
      ...formatted,
      message,
      extensions: { ...formatted.extensions, ...(code !== undefined && { code }) },
    }
  }

function codeOfCause(error: unknown): unknown {
  const cause = error instanceof GraphQLError ? error.originalError : undefined
  // A page of less than nothing, or after a cursor that is none: Pothos gives it no code.
  if (cause instanceof PothosValidationError) return 'BAD_USER_INPUT'
  return cause instanceof GraphQLError ? cause.extensions['code'] : undefined
}

/** Whether something was thrown that nobody meant as an answer: a bug, or a database that is away. */
export function isBug(error: unknown): boolean {
  if (!(error instanceof GraphQLError)) return true
  const { originalError } = error
  return originalError !== undefined && !(originalError instanceof GraphQLError)
}

/** The gateway's own code for it: a client need not know which part of a part was away. */
export const AWAY = { code: 'SUBGRAPH_UNAVAILABLE' }

function mask(error: unknown, logger: Log): GraphQLError {
  const { originalError: err, path, nodes } = error instanceof GraphQLError ? error : { originalError: error }
  const at = { nodes: nodes ?? null, path: path ?? null }
  if (isDatabaseAway(err)) {
    logger.warn({ err, path }, 'the database is away')
    return new GraphQLError('A part of the answer is unavailable.', { ...at, extensions: AWAY })
  }
  const correlationId = randomUUID()
  logger.error({ err, path, correlationId }, 'resolver failed')
  const extensions = { code: 'INTERNAL_SERVER_ERROR', correlationId }
  return new GraphQLError('Internal error', { ...at, extensions })
}
