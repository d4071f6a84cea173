import { describeError, type Log } from '@kompetanse/schema/process/log-details'
import { limitedPerCause } from '@kompetanse/schema/process/log-limit'
import { pino } from 'pino'

export type Logger = Log

/** JSON on stderr, limited per cause: stdout is for the one line that announces the process. */
export const createLogger = (name: string) =>
  pino(
    {
      name,
      level: process.env['LOG_LEVEL'] ?? 'warn',
      serializers: { err: describeError },
      hooks: limitedPerCause(),
    },
    pino.destination({ fd: 2, sync: false }),
  )
