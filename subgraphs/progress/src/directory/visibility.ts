import type { Actor, Grant } from '@kompetanse/schema/actor-token'
import type { Prisma } from '../generated/db/client.ts'
import { running, runningPeriod } from './running.ts'

/**
 * Which trainees an actor may see on a day: a where-fragment that every query carries, so that what is not visible
 * is not found. Oneself; those one leads, mentors or supervises; those whose leader one stands in for; those in
 * the scope of one's administrative role or, for a machine, of its region.
 */
export function visibleTrainee(actor: Actor, today: Date): Prisma.PersonWhereInput {
  const { personId } = actor
  if (actor.kind === 'machine') return actor.regionCode ? { regionCode: actor.regionCode } : NOBODY
  if (actor.kind !== 'person') return NOBODY
  const byRelation: Prisma.RelationWhereInput = {
    ...running(today),
    AND: { OR: [{ personId }, { kind: 'LEADER', person: standsInFor(personId, today) }] },
  }
  return {
    OR: [{ id: personId }, { relationsAsTrainee: { some: byRelation } }, ...actor.grants.map(inScope)],
  }
}

/** And the activities that one was asked to sign, oneself or the leader whom one stands in for. */
export function visibleActivity(actor: Actor, today: Date): Prisma.LearningActivityWhereInput {
  const trainee = visibleTrainee(actor, today)
  if (actor.kind !== 'person') return { trainee }
  const { personId } = actor
  return { OR: [{ trainee }, { signerId: personId }, { signer: standsInFor(personId, today) }] }
}

/** And the goals that one was asked to approve, oneself or the leader whom one stands in for. */
export function visibleGoal(actor: Actor, today: Date): Prisma.LearningGoalWhereInput {
  const trainee = visibleTrainee(actor, today)
  if (actor.kind !== 'person') return { trainee }
  const { personId } = actor
  return { OR: [{ trainee }, { approverId: personId }, { approver: standsInFor(personId, today) }] }
}

/** Trainees whom the actor leads, or whose leader the actor stands in for: whose plans the actor assigns (F066, F012). */
export function ledTrainee(actor: Actor, today: Date): Prisma.PersonWhereInput {
  const { kind, personId } = actor
  if (kind !== 'person') return NOBODY
  const led = { OR: [{ personId }, { person: standsInFor(personId, today) }] }
  return { relationsAsTrainee: { some: { kind: 'LEADER', ...running(today), AND: led } } }
}

/** A leader who has this person as deputy on that day. */
export const standsInFor = (deputyId: string, today: Date): Prisma.PersonWhereInput => ({
  deputies: { some: { deputyId, ...runningPeriod(today) } },
})

const NOBODY: Prisma.PersonWhereInput = { id: { in: [] } }
// Prisma leaves an empty condition out of an OR instead of letting it be true.
const EVERYBODY: Prisma.PersonWhereInput = { version: { gte: 0 } }

function inScope({ role, enterpriseId, regionCode }: Grant): Prisma.PersonWhereInput {
  if (enterpriseId) return { enterpriseId }
  if (regionCode) return { regionCode }
  return role === 'SUPPORT' || role === 'DIRECTORATE' ? EVERYBODY : NOBODY
}
