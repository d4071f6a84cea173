import type { Effect } from '../changes/breaks.ts'
import { misfits } from './misfits.ts'
import type { Shape } from './shape.ts'
import type { PublishedEvents } from './published-events.ts'

export interface EventReport {
  readonly breaks: readonly Effect[]
  /** Breaking in principle: no subgraph listens. */
  readonly unheard: readonly Change[]
}

export type Change = Pick<Effect, 'coordinate' | 'message'>

const listenersTo = (event: string, { listeners }: PublishedEvents): string[] =>
  Object.entries(listeners).flatMap(([name, events]) => (events.includes(event) ? [name] : []))

const changesFrom = (event: string, sent: Shape, expected: Shape, which: string): Change[] =>
  misfits(sent, expected).map(({ path, message }) => ({
    coordinate: `${event}${path}`,
    message: `${which}: ${message}`,
  }))

/** What listeners from before refuse or miss, while they run beside the new publisher. */
function forListenersOfBefore(event: string, before: Shape, now: Shape | undefined): Change[] {
  if (!now) return [{ coordinate: event, message: 'it is no longer published' }]
  return changesFrom(event, now, before, 'events from now on do not fit a listener from before')
}

/** What listeners refuse of the events that wait for them. */
const forListenersOfNow = (event: string, before: Shape, now: Shape | undefined): Change[] =>
  now ? changesFrom(event, before, now, 'events from before do not fit the listener from now on') : []

const hits = (listeners: readonly string[], changes: readonly Change[]): Effect[] =>
  listeners.flatMap((name) =>
    changes.map((change) => ({ ...change, client: `listener ${name}`, operation: null })),
  )

/**
 * What a change does to listeners. Both ways count: during a roll-out a listener from before gets new events, and events
 * from before wait for the new listener, for days. Nothing waits for a subgraph that only begins to listen.
 */
export function findEventBreaks(before: PublishedEvents, now: PublishedEvents): EventReport {
  const breaks: Effect[] = []
  const unheard: Change[] = []
  for (const [event, shape] of Object.entries(before.payloads)) {
    const earlier = listenersTo(event, before)
    const still = listenersTo(event, now).filter((name) => earlier.includes(name))
    const there = forListenersOfBefore(event, shape, now.payloads[event])
    const back = forListenersOfNow(event, shape, now.payloads[event])
    breaks.push(...hits(earlier, there), ...hits(still, back))
    if (earlier.length === 0) unheard.push(...there, ...back)
  }
  return { breaks, unheard }
}
