import { running } from '@kompetanse/calendar/running'
import { readableTrainee, standsInFor } from '@kompetanse/directory'
import { today } from '@kompetanse/calendar/day'
import type { Actor } from '@kompetanse/schema/actor-token'
import type { Id } from '@kompetanse/schema/ids'
import type { Prisma } from '../../generated/db/client.ts'
import { followedTrainee } from '../../directory/visibility.ts'

/** Memberships that last to a day: `lastsTo`, of rows. */
export const lastingTo = (day: Date) => ({ OR: [{ leftOn: null }, { leftOn: { gte: day } }] })

/** Groups that somebody leads, and those that a trainee is in on a day of whom this holds. */
const groupsOf = (
  personId: Id<'Person'>,
  trainee: Prisma.PersonWhereInput,
  day: Date,
): Prisma.SupervisionGroupWhereInput => ({
  OR: [{ mentorId: personId }, { members: { some: { trainee, ...lastingTo(day) } } }],
})

/** Of such a group all meetings; of others those at which a trainee was of whom this holds. */
const meetingsOf = (
  ...[personId, trainee, day]: Parameters<typeof groupsOf>
): Prisma.GroupMeetingWhereInput => ({
  OR: [{ group: groupsOf(personId, trainee, day) }, { attendance: { some: { removedAt: null, trainee } } }],
})

/** Groups that the actor leads or is in, and those of trainees whose supervision the actor follows. */
export const visibleGroup = (actor: Actor, day: Date): Prisma.SupervisionGroupWhereInput =>
  actor.kind === 'person' ? groupsOf(actor.personId, followedTrainee(actor, day), day) : { id: { in: [] } }

/** Of a group that may be seen all meetings, of a former one those at which somebody was whom the actor follows. */
export const visibleMeeting = (actor: Actor, day: Date): Prisma.GroupMeetingWhereInput =>
  actor.kind === 'person' ? meetingsOf(actor.personId, followedTrainee(actor, day), day) : { id: { in: [] } }

/** The same, of trainees of whom the actor may read what is written: less than seeing when it met, and who was there. */
export const readableMeeting = (actor: Actor, now: Date): Prisma.GroupMeetingWhereInput =>
  actor.kind === 'person'
    ? meetingsOf(actor.personId, readableTrainee(actor, now), today(now))
    : { id: { in: [] } }

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
