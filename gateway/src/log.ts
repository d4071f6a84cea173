import { limitedPerCause } from '@kompetanse/schema/process/log-limit'
import { pino, type Logger } from 'pino'

export type { Logger }

/** JSON on stderr, limited per cause: stdout carries the one line that says the process is ready. */
export const createLogger = (name: string): Logger =>
  pino(
    { name, level: process.env['LOG_LEVEL'] ?? 'warn', hooks: limitedPerCause() },
    pino.destination({ fd: 2, sync: false }),
  )
