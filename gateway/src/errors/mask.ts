import { randomUUID } from 'node:crypto'
import type { GraphQLFormattedError } from 'graphql'
import type { LogDetails } from '@kompetanse/schema/process/log-details'
import type { Logger } from '../process/log.ts'

/**
 * A bug as the client sees it: nothing of the cause, and the id under which the cause is in the log.
 * The caller passes what may be logged; variables and tokens are never part of it.
 */
export function maskBug(log: Logger, cause: unknown, context: LogDetails): GraphQLFormattedError {
  const correlationId = randomUUID()
  log.error({ correlationId, err: cause, ...context }, 'bug masked')
  return { message: 'Internal server error', extensions: { code: 'INTERNAL_SERVER_ERROR', correlationId } }
}
