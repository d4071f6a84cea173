export interface LoggedError {
  readonly type: string
  readonly message: string
  readonly code?: string
  readonly stack?: string
  readonly cause?: LoggedError
}

/**
 * An error for the log: its type, message and place. Nothing else of it: the database's `detail` is the row that
 * failed, and Prisma's message begins with the arguments of the call; both hold persons' names and texts.
 */
export function describeError(error: unknown): LoggedError {
  // A string is the message of another process, which failed there.
  if (typeof error === 'string') return { type: 'string', message: lastParagraph(error) }
  if (!isErrorLike(error)) return { type: typeof error, message: 'not an Error' }
  const { name = 'Error', message, code, stack, cause } = error
  return {
    type: name,
    message: lastParagraph(message),
    ...(typeof code === 'string' && { code }),
    ...(stack && { stack: stack.split('\n').filter(isFrame).join('\n') }),
    ...(cause instanceof Error && { cause: describeError(cause) }),
  }
}

/** pg-boss reports errors as plain objects. */
type ErrorLike = Pick<Error, 'message' | 'stack' | 'cause'> & {
  readonly name?: string
  readonly code?: unknown
}
const isErrorLike = (error: unknown): error is ErrorLike =>
  typeof error === 'object' && error !== null && typeof (error as Partial<Error>).message === 'string'

const lastParagraph = (message: string) => message.split('\n\n').at(-1)?.trim() ?? ''

// A stack begins with the message.
const isFrame = (line: string) => /^ +at /.test(line)

/** What a log line may hold beside its message. A new detail is added here, where its content can be reviewed. */
export interface LogDetails {
  readonly err?: unknown
  /** By which support finds a person's refusal in the log. */
  readonly correlationId?: string
  /** The path in an answer, or in the file system. */
  readonly path?: unknown
  /** The subgraph, and what it sent. */
  readonly subgraph?: string | undefined
  readonly url?: string
  readonly status?: number
  readonly bytes?: number
  readonly extensions?: unknown
  /** The name of the operation. */
  readonly operation?: string | undefined
  /** Of a socket. */
  readonly code?: number
  readonly streams?: number
  readonly state?: unknown
  readonly since?: number
  readonly attempts?: number
  /** A row that differs from what was signed. */
  readonly table?: string
  readonly id?: string
}

type Write = (details: LogDetails, message: string) => void

/** The log of a process. It never gets a token, a name, or a text that a person wrote. */
export interface Log {
  readonly error: Write
  readonly warn: Write
  readonly info: Write
}

/** For Apollo's own lines, which are words alone. */
export const wordsOnly = (log: Log) => ({
  debug: () => undefined,
  info: (words?: unknown) => log.info({}, String(words)),
  warn: (words?: unknown) => log.warn({}, String(words)),
  error: (words?: unknown) => log.error({}, String(words)),
})
