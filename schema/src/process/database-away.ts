import { setTimeout as delay } from 'node:timers/promises'

/**
 * The errors of the network, of PostgreSQL (SQLSTATE) and of its driver, which has messages only, for an unreachable
 * database.
 */
const CODES = new Set([
  ...[
    'ECONNREFUSED',
    'ECONNRESET',
    'ENOTFOUND',
    'EAI_AGAIN',
    'ETIMEDOUT',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'EPIPE',
  ],
  ...['57P01', '57P02', '57P03', '53300', '08000', '08001', '08003', '08004', '08006'],
])
const WORDS =
  /^Connection terminated|^timeout expired$|^timeout exceeded when trying to connect|not queryable$/
/** Prisma's words, after those of the query: others have kept the connections, or the rows, for too long. */
const TOO_LATE = /(?:^|\n)Transaction API error: (?:Unable to start a transaction|.*\bexpired transaction)/
/** What Prisma's adapter makes of some of these. */
const KINDS = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections'])

const saysSo = (message: string) => WORDS.test(message) || TOO_LATE.test(message)

/** Whether the database could not be reached, or not in time, which is no fault of the query. */
export function isDatabaseAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { code, kind, message, cause, meta } = error as Readonly<Record<string, unknown>>
  const says = CODES.has(String(code)) || KINDS.has(String(kind)) || saysSo(String(message))
  // Where Prisma puts the error of its adapter.
  const { driverAdapterError } = (meta ?? {}) as { readonly driverAdapterError?: unknown }
  return says || isDatabaseAway(cause) || isDatabaseAway(driverAdapterError)
}

const EVERY_MS = 500

/**
 * Runs what a process needs the database for before it can serve, and repeats it while the database is away, so that
 * the process starts by itself. `onAway` is called each time. Throws any other error.
 */
export async function onceThere<Result>(
  work: () => Promise<Result>,
  onAway: (error: unknown) => void,
): Promise<Result> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!isDatabaseAway(error)) throw error
      onAway(error)
      await delay(EVERY_MS)
    }
  }
}
