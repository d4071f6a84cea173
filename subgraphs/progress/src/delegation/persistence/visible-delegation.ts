import { running, runningPeriod } from '@kompetanse/calendar/running'
import { standsInFor, visibleTrainee } from '@kompetanse/directory'
import { today } from '@kompetanse/calendar/day'
import type { Actor } from '@kompetanse/schema/actor-token'
import type { Id } from '@kompetanse/schema/ids'
import type { Tx } from '../../database.ts'
import type { Prisma } from '../../generated/db/client.ts'

/** Delegations of the actor, of whom the actor stands in for, to the actor, and of the leaders of visible trainees. */
export function visibleDelegation(actor: Actor, day: Date): Prisma.DelegationWhereInput {
  const trainee = visibleTrainee(actor, day)
  const leader = { relationsAsPerson: { some: { kind: 'LEADER' as const, ...running(day), trainee } } }
  if (actor.kind !== 'person') return { leader }
  const { personId } = actor
  return {
    OR: [
      { leaderId: personId },
      { delegateId: personId },
      { leader: standsInFor(personId, day) },
      { leader },
    ],
  }
}

/** Of these leaders, those whose delegations the actor may end: the actor, and whom the actor stands in for today. */
export async function endable(
  db: Tx,
  leaderIds: readonly Id<'Person'>[],
  { kind, personId }: Actor,
  now: Date,
): Promise<Map<Id<'Person'>, boolean>> {
  if (kind !== 'person') return new Map()
  const where = { leaderId: { in: [...leaderIds] }, deputyId: personId, ...runningPeriod(today(now)) }
  const deputyships = await db.deputyship.findMany({ where })
  return new Map([personId, ...deputyships.map(({ leaderId }) => leaderId)].map((id) => [id, true]))
}
