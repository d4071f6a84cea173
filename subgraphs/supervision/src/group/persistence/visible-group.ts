import { running, standsInFor } from '@kompetanse/directory'
import type { Actor } from '@kompetanse/schema/actor-token'
import type { Id } from '@kompetanse/schema/ids'
import type { Prisma } from '../../generated/db/client.ts'
import { followedTrainee } from '../../directory/visibility.ts'

/** Who is a member on a day: until the last day, when there is one. */
const membersOn = (day: Date) => ({ OR: [{ leftOn: null }, { leftOn: { gte: day } }] })

/** Groups that the actor leads or is in, and those of trainees whose supervision the actor follows. */
export function visibleGroup(actor: Actor, day: Date): Prisma.SupervisionGroupWhereInput {
  if (actor.kind !== 'person') return { id: { in: [] } }
  const trainee = followedTrainee(actor, day)
  return { OR: [{ mentorId: actor.personId }, { members: { some: { trainee, ...membersOn(day) } } }] }
}

/** Of a group that may be seen all meetings, of a former one those at which somebody was whom the actor follows. */
export const visibleMeeting = (actor: Actor, day: Date): Prisma.GroupMeetingWhereInput => ({
  OR: [
    { group: visibleGroup(actor, day) },
    { attendance: { some: { removedAt: null, trainee: followedTrainee(actor, day) } } },
  ],
})

/** Of a group that may be seen all members, of a former one those whom the actor follows. */
export const visibleMember = (actor: Actor, day: Date): Prisma.GroupMemberWhereInput => ({
  OR: [{ group: visibleGroup(actor, day) }, { trainee: followedTrainee(actor, day) }],
})

/**
 * Whom the leader of a group may take into it: trainees of its track whose supervision the leader follows, or who work
 * in the leader's enterprise.
 */
export function eligibleTrainee({
  actor,
  day,
  enterpriseId,
}: {
  readonly actor: Actor
  readonly day: Date
  readonly enterpriseId: Id<'Enterprise'> | null
}): Prisma.PersonWhereInput {
  const near = enterpriseId ? [{ enterpriseId }] : []
  return { isTrainee: true, active: true, OR: [followedTrainee(actor, day), ...near] }
}

/** Whether somebody mentors or leads anybody on a day, or stands in for who does: who may begin a group. */
export const guides = (personId: Id<'Person'>, day: Date): Prisma.RelationWhereInput => ({
  kind: { in: ['MENTOR', 'LEADER'] },
  ...running(day),
  AND: { OR: [{ personId }, { kind: 'LEADER', person: standsInFor(personId, day) }] },
})
