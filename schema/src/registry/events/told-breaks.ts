import type { Effect } from '../changes/breaks.ts'
import { misfits } from './misfits.ts'
import type { Shape } from './shape.ts'
import type { Told } from './told.ts'

export interface ToldReport {
  readonly breaks: readonly Effect[]
  /** Breaking on paper: nobody listens. */
  readonly unheard: readonly Change[]
}

export type Change = Pick<Effect, 'coordinate' | 'message'>

const listenersTo = (event: string, { listeners }: Told): string[] =>
  Object.keys(listeners).filter((name) => listeners[name]?.includes(event))

const changesFrom = (event: string, told: Shape, heard: Shape, when: string): Change[] =>
  misfits(told, heard).map(({ path, message }) => ({
    coordinate: `${event}${path}`,
    message: `what is told ${when}: ${message}`,
  }))

/** What listeners of before refuse or miss, while they run beside a publisher of now. */
function forListenersOfBefore(event: string, before: Shape, now: Shape | undefined): Change[] {
  if (!now) return [{ coordinate: event, message: 'it is no longer told' }]
  return changesFrom(event, now, before, 'from now on does not fit listeners of before')
}

/** What listeners of now refuse of that which waits for them. */
const forListenersOfNow = (event: string, before: Shape, now: Shape | undefined): Change[] =>
  now ? changesFrom(event, before, now, 'before does not fit listeners from now on') : []

/**
 * What a change does to who listens. Both ways count: during a roll-out a listener of before is told what is new, and
 * what was told before waits for a listener of now, for days. Nothing waits for who only begins to listen.
 */
export function findToldBreaks(before: Told, now: Told): ToldReport {
  const breaks: Effect[] = []
  const unheard: Change[] = []
  for (const [event, shape] of Object.entries(before.events)) {
    const earlier = listenersTo(event, before)
    const still = listenersTo(event, now).filter((name) => earlier.includes(name))
    const there = forListenersOfBefore(event, shape, now.events[event])
    const back = forListenersOfNow(event, shape, now.events[event])
    const hits = (listeners: readonly string[], changes: readonly Change[]) =>
      listeners.flatMap((name) =>
        changes.map((change) => ({ ...change, client: `listener ${name}`, operation: null })),
      )
    breaks.push(...hits(earlier, there), ...hits(still, back))
    if (earlier.length === 0) unheard.push(...there, ...back)
  }
  return { breaks, unheard }
}
