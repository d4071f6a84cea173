import { describeError } from '@kompetanse/schema/process/log-details'
import { createLogLimit } from '@kompetanse/schema/process/log-limit'

/**
 * One JSON line per event on stderr, limited per cause, in the shape of the other processes' logs. Never a token, never
 * a name.
 */
export interface Log {
  warn(message: string, error?: unknown): void
  error(message: string, error?: unknown): void
}

const LEVELS: Record<string, number> = {
  trace: 10,
  debug: 20,
  info: 30,
  warn: 40,
  error: 50,
  fatal: 60,
  silent: 100,
}

const describe = (error: unknown) => (error === undefined ? {} : { err: describeError(error) })

export const createLog = (level = 'warn'): Log => {
  const least = LEVELS[level] ?? 40
  const limit = createLogLimit()
  const print = (at: number, msg: string, details: object) => {
    const line = { level: at, time: Date.now(), name: 'web', msg, ...details }
    process.stderr.write(`${JSON.stringify(line)}\n`)
  }
  const write = (at: number, message: string, error?: unknown) => {
    if (at < least) return
    const again = ({ times }: { readonly times: number }) =>
      print(at, `${message}: and ${times} times more`, { times })
    if (limit({ level: at, message, details: { err: error } }, again)) print(at, message, describe(error))
  }
  return {
    warn: (message, error) => write(40, message, error),
    error: (message, error) => write(50, message, error),
  }
}
