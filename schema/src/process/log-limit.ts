import { isDatabaseAway } from './database-away.ts'

/** A line of a log, as pino takes it: a message, and details. */
interface Line {
  readonly level: number
  readonly message: string
  readonly details: Details
}

interface Details {
  readonly err?: unknown
  /** The path in an answer. */
  readonly path?: unknown
  /** The subgraph where it happened. */
  readonly subgraph?: unknown
  /** By which support finds a person's refusal in the log. */
  readonly correlationId?: unknown
}

/** What was not written of one cause in one window. */
export interface Withheld {
  readonly times: number
  /** The first of them, where they had one. */
  readonly correlationIds: readonly unknown[]
}

export interface LogLimitOptions {
  readonly windowMs?: number
  readonly schedule?: (work: () => void, ms: number) => unknown
}

const WINDOW_MS = 10_000
/** How many causes are counted apart; all further ones count as one. */
const MOST_CAUSES = 200
const MOST_IDS = 20

/** What differs between two lines of one cause: ids, ports, places in a list. */
const VARYING = /[0-9a-f]{8}-[0-9a-f-]{27}|\d+/g

function causeOf({ level, message, details }: Line): string {
  const { err = details, path, subgraph } = details
  // One database that is away fails every field there is.
  if (isDatabaseAway(err)) return `${level} ${message} database away`
  const {
    name,
    code,
    message: words,
  } = (typeof err === 'object' && err ? err : { message: err }) as Partial<Error & { code: unknown }>
  const parts = [level, message, name, code, words, subgraph, err instanceof Error && JSON.stringify(path)]
  return parts.join(' ').slice(0, 500).replace(VARYING, '#')
}

/**
 * Limits a log per cause. Of one cause the first line passes at once; of those that follow within ten seconds nothing
 * is written but, at the end, how many there were: `onWithheld`. So it goes on for as long as they come. The result
 * is whether the line is to be written.
 */
export function createLogLimit(options: LogLimitOptions = {}) {
  const { windowMs = WINDOW_MS, schedule = (work, ms) => setTimeout(work, ms).unref() } = options
  const open = new Map<string, { times: number; correlationIds: unknown[] }>()

  function begin(cause: string, onWithheld: (withheld: Withheld) => void): void {
    open.set(cause, { times: 0, correlationIds: [] })
    schedule(() => {
      const withheld = open.get(cause)
      open.delete(cause)
      if (!withheld?.times) return
      onWithheld(withheld)
      begin(cause, onWithheld)
    }, windowMs)
  }

  return (line: Line, onWithheld: (withheld: Withheld) => void): boolean => {
    const exact = causeOf(line)
    const cause = open.has(exact) || open.size < MOST_CAUSES ? exact : 'other'
    const had = open.get(cause)
    if (!had) {
      begin(cause, onWithheld)
      return true
    }
    had.times += 1
    const { correlationId } = line.details
    if (correlationId !== undefined && had.correlationIds.length < MOST_IDS)
      had.correlationIds.push(correlationId)
    return false
  }
}

type Write = (...args: never[]) => void

/** pino's `hooks`: the limit on all that a logger writes. */
export function limitedPerCause(options?: LogLimitOptions) {
  const limit = createLogLimit(options)
  return {
    logMethod(this: object, args: readonly unknown[], method: Write, level: number): void {
      const write = (...given: readonly unknown[]) => void Reflect.apply(method, this, given)
      const [given, words] = typeof args[0] === 'object' ? args : [{}, args[0]]
      const details = (given instanceof Error ? { err: given } : (given ?? {})) as Details
      const message = String(words ?? '')
      const again = ({ times, correlationIds }: Withheld) =>
        write(
          { times, ...(correlationIds.length > 0 && { correlationIds }) },
          `${message}: and ${times} times more`,
        )
      if (limit({ level, message, details }, again)) write(...args)
    },
  }
}
