import type { Actor, Grant } from '@kompetanse/schema/actor-token'
import type { Id } from '@kompetanse/schema/ids'
import type { Role } from '@kompetanse/schema/roles'
import { running, runningPeriod } from '@kompetanse/calendar/running'
import type { PersonWhere, RelationWhere } from './where.ts'

/**
 * Which trainees an actor may see on a day: a where-fragment that every query carries, so that what is not visible
 * is not found. Oneself; those one leads, mentors or supervises; those whose leader one stands in for; those in
 * the scope of one's administrative role or, for a machine, of its region.
 */
export function visibleTrainee(actor: Actor, today: Date): PersonWhere {
  const { personId } = actor
  if (actor.kind === 'machine') return actor.regionCode ? { regionCode: actor.regionCode } : NOBODY
  if (actor.kind !== 'person') return NOBODY
  const byRelation: RelationWhere = {
    ...running(today),
    AND: { OR: [{ personId }, { kind: 'LEADER', person: standsInFor(personId, today) }] },
  }
  return {
    OR: [{ id: personId }, { relationsAsTrainee: { some: byRelation } }, ...actor.grants.map(inScope)],
  }
}

/** Trainees whom the actor leads, or whose leader the actor stands in for: whose plans the actor assigns (F066, F012). */
export function ledTrainee(actor: Actor, today: Date): PersonWhere {
  const { kind, personId } = actor
  if (kind !== 'person') return NOBODY
  const led = { OR: [{ personId }, { person: standsInFor(personId, today) }] }
  return { relationsAsTrainee: { some: { kind: 'LEADER', ...running(today), AND: led } } }
}

/** Trainees in the scope of an administrative role: whose record the actor may open for a reason (B32). */
export const administeredTrainee = ({ kind, grants }: Actor): PersonWhere =>
  kind === 'person' ? { OR: [NOBODY, ...grants.map(inScope)] } : NOBODY

/** A leader who has this person as deputy on that day. */
export const standsInFor = (deputyId: Id<'Person'>, today: Date): PersonWhere => ({
  deputies: { some: { deputyId, ...runningPeriod(today) } },
})

/** Also of what is no person: no row has this id. */
export const NOBODY = { id: { in: [] as never[] } }
// Prisma leaves an empty condition out of an OR instead of letting it be true.
const EVERYBODY: PersonWhere = { version: { gte: 0 } }

/** Whom a role is for that is limited to no place. */
const WITHOUT_PLACE: Readonly<Record<Role, PersonWhere>> = {
  LOCAL_ADMIN: NOBODY,
  REGIONAL_ADMIN: NOBODY,
  SUPPORT: EVERYBODY,
  DIRECTORATE: EVERYBODY,
}

/** Persons in the place of a role, and everybody for one that is limited to none. */
export function inScope({ role, enterpriseId, regionCode }: Grant): PersonWhere {
  if (enterpriseId) return { enterpriseId }
  return regionCode ? { regionCode } : WITHOUT_PLACE[role]
}
