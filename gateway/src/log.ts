import { pino, type Logger } from 'pino'

export type { Logger }

/** JSON on stderr: stdout carries the one line that says the process is ready. */
export const createLogger = (name: string): Logger =>
  pino({ name, level: process.env['LOG_LEVEL'] ?? 'warn' }, pino.destination({ fd: 2, sync: false }))
