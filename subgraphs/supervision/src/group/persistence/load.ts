import type { Given } from '@kompetanse/command'
import { dayOf, osloDay, today } from '@kompetanse/calendar/day'
import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import type { Tx } from '../../database.ts'
import type { Prisma } from '../../generated/db/client.ts'
import type { Beginning } from '../domain/decide.ts'
import type { Group, GroupCommand, GroupSituation } from '../domain/group.ts'
import { eligibleTrainee, guides, visibleGroup } from './visible-group.ts'

/** What the beginning of a group of the track depends on. */
export async function loadBeginning(
  tx: Tx,
  trackCode: string,
  { actor, now }: GraphContext,
): Promise<Beginning> {
  const guided =
    actor.kind === 'person' &&
    (await tx.relation.findFirst({ where: guides(actor.personId, today(now)) })) !== null
  const inTrack = await tx.person.findFirst({ where: { trackCode }, select: { id: true } })
  return { guides: guided, trackKnown: inTrack !== null }
}

type Row = Prisma.SupervisionGroupGetPayload<{ include: { members: true; mentor: true } }>

export interface Loaded {
  readonly row: Row
  readonly group: Group
  readonly situation: GroupSituation
}

/** Those of the groups that the actor may see, locked. Called with one at a time. */
export async function loadForCommand(
  tx: Tx,
  given: readonly Given<GroupCommand, Id<'SupervisionGroup'>>[],
  context: GraphContext,
): Promise<Map<Id<'SupervisionGroup'>, Loaded>> {
  const found = new Map<Id<'SupervisionGroup'>, Loaded>()
  for (const { id, command } of given) {
    await tx.$queryRaw`SELECT id FROM supervision_group WHERE id = ${id}::uuid FOR UPDATE`
    const where = { id, AND: visibleGroup(context.actor, today(context.now)) }
    const row = await tx.supervisionGroup.findFirst({ where, include: { members: true, mentor: true } })
    if (!row) continue
    const situation = {
      actorId: context.actor.personId,
      today: osloDay(context.now),
      eligible: command.name === 'ADD_MEMBER' && (await isEligible(tx, row, command.traineeId, context)),
      hasMeeting: command.name === 'CORRECT_MEETING' && (await hasMeeting(tx, row, command.meetingId)),
    }
    found.set(id, { row, group: toGroup(row), situation })
  }
  return found
}

async function isEligible(
  tx: Tx,
  { trackCode, mentor: { enterpriseId } }: Row,
  id: Id<'Person'>,
  { actor, now }: GraphContext,
): Promise<boolean> {
  const may = eligibleTrainee({ actor, day: today(now), enterpriseId })
  return (await tx.person.findFirst({ where: { id, trackCode, AND: may }, select: { id: true } })) !== null
}

const hasMeeting = async (tx: Tx, { id: groupId }: Row, id: Id<'GroupMeeting'>): Promise<boolean> =>
  (await tx.groupMeeting.findFirst({ where: { id, groupId }, select: { id: true } })) !== null

const toGroup = ({ mentorId, closedOn, members }: Row): Group => ({
  leaderId: mentorId,
  closedOn: closedOn && dayOf(closedOn),
  members: members.map(({ traineeId, joinedOn, leftOn }) => ({
    traineeId,
    joinedOn: dayOf(joinedOn),
    leftOn: leftOn && dayOf(leftOn),
  })),
})
