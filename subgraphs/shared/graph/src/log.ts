import { limitedPerCause } from '@kompetanse/schema/process/log-limit'
import { pino } from 'pino'

interface LoggedError {
  readonly type: string
  readonly message: string
  readonly code?: string
  readonly stack?: string
  readonly cause?: LoggedError
}

/**
 * An error as a log holds it: what went wrong, and where. Nothing else that hangs on it: the database's `detail`
 * is the row that failed, and the beginning of Prisma's message the arguments of the call, and with them what
 * people wrote and who they are.
 */
export function describeError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an Error' }
  const { code } = error as { readonly code?: unknown }
  return {
    type: error.name,
    message: error.message.split('\n\n').at(-1)?.trim() ?? '',
    ...(typeof code === 'string' && { code }),
    ...(error.stack && { stack: error.stack.split('\n').filter(isFrame).join('\n') }),
    ...(error.cause instanceof Error && { cause: describeError(error.cause) }),
  }
}

// A stack begins with the message.
const isFrame = (line: string) => /^ +at /.test(line)

/** JSON on stderr, limited per cause: stdout carries the one line that says the process is ready. */
export const logger = pino(
  {
    level: process.env['LOG_LEVEL'] ?? 'warn',
    serializers: { err: describeError },
    hooks: limitedPerCause(),
  },
  pino.destination(2),
)
