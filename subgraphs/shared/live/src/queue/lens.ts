import { running, runningPeriod } from '@kompetanse/calendar/running'
import { type DirectoryClient } from '@kompetanse/directory'
import { today } from '@kompetanse/calendar/day'
import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import type { QueueChange, QueuePlace } from './place.ts'

export type QueueScope = 'MINE' | 'AS_DEPUTY' | 'MY_TRAINEES'

/** What an event did to the list of an actor. */
export interface Seen<Tab extends string> {
  readonly change: 'ENTERED' | 'CHANGED' | 'LEFT'
  /** Null exactly when LEFT. */
  readonly tab: Tab | null
}

/** How long the list of deputies is cached: a deputy whose time has ended hears at most so much longer. */
const TRUST_MS = 1_000

/**
 * Looks at events as the actor's list of a scope does, null at what does nothing to it; the scope's persons are read
 * anew now and then.
 */
export function lensOf(db: DirectoryClient, scope: QueueScope, { actor }: GraphContext) {
  let known: { readonly ids: ReadonlySet<Id<'Person'>>; readonly at: number } | undefined
  const members = async () => {
    const now = new Date()
    if (!known || now.getTime() - known.at > TRUST_MS)
      known = { ids: await membersOf(db, scope, actor.personId, now), at: now.getTime() }
    return known.ids
  }
  return async <Tab extends string>(event: QueueChange<string, Tab>): Promise<Seen<Tab> | null> => {
    const { traineeId, before, after } = event
    const ids = await members()
    const holds = (place: QueuePlace<Tab> | null) =>
      place !== null && ids.has(scope === 'MY_TRAINEES' ? traineeId : place.personId)
    if (!holds(after)) return holds(before) ? { change: 'LEFT', tab: null } : null
    return { change: holds(before) ? 'CHANGED' : 'ENTERED', tab: after?.tab ?? null }
  }
}

/** Whether an event can touch the list at all: what is known without asking the database. */
export const mayTouch =
  (kind: string, scope: QueueScope, { actor }: GraphContext) =>
  (event: QueueChange<string, string>): boolean =>
    event.kind === kind &&
    (scope !== 'MINE' ||
      event.after?.personId === actor.personId ||
      event.before?.personId === actor.personId)

async function membersOf(
  db: DirectoryClient,
  scope: QueueScope,
  personId: Id<'Person'>,
  now: Date,
): Promise<ReadonlySet<Id<'Person'>>> {
  if (scope === 'MINE') return new Set([personId])
  if (scope === 'AS_DEPUTY') {
    const where = { deputyId: personId, ...runningPeriod(today(now)) }
    const rows = await db.deputyship.findMany({ where })
    return new Set(rows.map(({ leaderId }) => leaderId))
  }
  const where = { personId, kind: 'LEADER' as const, ...running(today(now)) }
  const rows = await db.relation.findMany({ where })
  return new Set(rows.map(({ traineeId }) => traineeId))
}
