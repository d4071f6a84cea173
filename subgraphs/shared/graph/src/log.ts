import { describeError, type Log } from '@kompetanse/schema/process/log-details'
import { limitedPerCause } from '@kompetanse/schema/process/log-limit'
import { pino } from 'pino'

/** For libraries that write their own lines. */
export const libraryLogger = pino(
  {
    level: process.env['LOG_LEVEL'] ?? 'warn',
    serializers: { err: describeError },
    hooks: limitedPerCause(),
  },
  pino.destination(2),
)

/** JSON on stderr, limited per cause: stdout carries the one line that says the process is ready. */
export const logger: Log = libraryLogger
