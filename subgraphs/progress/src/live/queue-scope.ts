import { running, runningPeriod } from '@kompetanse/directory'
import { today } from '@kompetanse/directory/day'
import type { GraphContext } from '@kompetanse/graph'
import { database } from '../database.ts'
import type { QueueKind, QueueTab } from '../generated/db/client.ts'
import type { LoggedEvent } from './queue-log.ts'

export type QueueScope = 'MINE' | 'AS_DEPUTY' | 'MY_TRAINEES'
export type QueueChangeKind = 'ENTERED' | 'CHANGED' | 'LEFT'

export interface Seen {
  readonly change: QueueChangeKind
  /** Null exactly when LEFT. */
  readonly tab: QueueTab | null
}

/** What an event did to the list of an actor, or null when it did nothing to it. */
export type Lens = (event: LoggedEvent) => Promise<Seen | null>

/** How long to trust who stands in for whom; deputyships and leaders change by the day. */
const TRUST_MS = 15_000

/** Looks at events as the actor's list of a scope does; the scope's persons are read anew now and then. */
export function lensOf(scope: QueueScope, { actor }: GraphContext): Lens {
  let known: { readonly ids: ReadonlySet<string>; readonly at: number } | undefined
  const members = async () => {
    const now = new Date()
    if (!known || now.getTime() - known.at > TRUST_MS)
      known = { ids: await membersOf(scope, actor.personId, now), at: now.getTime() }
    return known.ids
  }
  return async ({ traineeId, before, after }) => {
    const ids = await members()
    const holds = (place: LoggedEvent['before']) =>
      place !== null && ids.has(scope === 'MY_TRAINEES' ? traineeId : place.personId)
    if (!holds(after)) return holds(before) ? { change: 'LEFT', tab: null } : null
    return { change: holds(before) ? 'CHANGED' : 'ENTERED', tab: after?.tab ?? null }
  }
}

/** Whether an event can touch the list at all: what is known without asking the database. */
export const mayTouch =
  (kind: QueueKind, scope: QueueScope, { actor }: GraphContext) =>
  (event: LoggedEvent): boolean =>
    event.kind === kind &&
    (scope !== 'MINE' ||
      event.after?.personId === actor.personId ||
      event.before?.personId === actor.personId)

async function membersOf(scope: QueueScope, personId: string, now: Date): Promise<ReadonlySet<string>> {
  if (scope === 'MINE') return new Set([personId])
  if (scope === 'AS_DEPUTY') {
    const where = { deputyId: personId, ...runningPeriod(today(now)) }
    const rows = await database.deputyship.findMany({ where, select: { leaderId: true } })
    return new Set(rows.map(({ leaderId }) => leaderId))
  }
  const where = { personId, kind: 'LEADER' as const, ...running(today(now)) }
  const rows = await database.relation.findMany({ where, select: { traineeId: true } })
  return new Set(rows.map(({ traineeId }) => traineeId))
}
