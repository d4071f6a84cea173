/** Whose record an actor may read word for word (B32). To see a trainee is less: plans, states and figures. */
import type { Actor } from '@kompetanse/schema/actor-token'
import type { Id } from '@kompetanse/schema/ids'
import { RELATION_KINDS, type RelationKind } from '@kompetanse/schema/roles'
import { today } from '@kompetanse/calendar/day'
import { running } from '@kompetanse/calendar/running'
import { administeredTrainee, NOBODY, standsInFor } from './visibility.ts'
import type { PersonWhere, RelationWhere } from './where.ts'

const IS_NEAR: Readonly<Record<RelationKind, boolean>> = { LEADER: true, MENTOR: true, SUPERVISOR: false }
const NEAR = RELATION_KINDS.filter((kind) => IS_NEAR[kind])

/**
 * Trainees whose training the actor has part in as a whole: oneself, those one leads or mentors, and those whose leader
 * one stands in for. Not those one supervises: a supervisor sees one activity at a time.
 */
export function nearTrainee({ kind, personId }: Actor, day: Date): PersonWhere {
  if (kind !== 'person') return NOBODY
  const byRelation: RelationWhere = {
    ...running(day),
    AND: {
      OR: [
        { kind: { in: NEAR }, personId },
        { kind: 'LEADER', person: standsInFor(personId, day) },
      ],
    },
  }
  return { OR: [{ id: personId }, { relationsAsTrainee: { some: byRelation } }] }
}

/**
 * Trainees of whom the actor may read what was written, and the files: those whom one is near, and those in the scope of
 * one's administrative role whose record one has opened for a reason, as long as it is open. A machine reads nothing.
 */
export function readableTrainee(actor: Actor, now: Date): PersonWhere {
  const near = nearTrainee(actor, today(now))
  const opened = [...openedRecords(actor, now).keys()]
  return opened.length === 0 ? near : { OR: [near, { id: { in: opened }, ...administeredTrainee(actor) }] }
}

/** Until when each record is open that the actor has opened; what is over is left out. */
export const openedRecords = ({ openRecords = [] }: Actor, now: Date): ReadonlyMap<Id<'Person'>, Date> =>
  new Map(
    openRecords
      .map(({ traineeId, until }) => [traineeId, new Date(until)] as const)
      .filter(([, until]) => until > now),
  )
