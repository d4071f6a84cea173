import { randomUUID } from 'node:crypto'
import { dateColumn, dayOf, osloDay } from '@kompetanse/calendar/day'
import { chance, choose } from '@kompetanse/process/seeding'
import { brandId, type Id } from '@kompetanse/schema/ids'
import { database } from '../database.ts'
import type { Pair } from './pairs.ts'
import { GROUP_TOPICS } from './texts.ts'

const DAY = 86_400_000
const MOST_IN_GROUP = 8
const TRACKS = {
  ALM: { name: 'Allmennmedisin', minutes: 180 },
  SAM: { name: 'Samfunnsmedisin', minutes: 180 },
} as const

/** Groups in general practice and community medicine, with two years of meetings every other week. */
export async function seedGroups(pairs: readonly Pair[], now: Date): Promise<void> {
  if ((await database.supervisionGroup.count()) > 0) return
  for (const trackCode of ['ALM', 'SAM'] as const) {
    const members = pairs.filter(({ trainee }) => trainee.trackCode === trackCode)
    for (let at = 0; at < members.length; at += MOST_IN_GROUP)
      await seedGroup(trackCode, members.slice(at, at + MOST_IN_GROUP), 1 + at / MOST_IN_GROUP, now)
  }
}

async function seedGroup(
  trackCode: keyof typeof TRACKS,
  members: readonly Pair[],
  number: number,
  now: Date,
) {
  const leader = members[0]?.mentor
  if (!leader) return
  const since = new Date(Math.min(...members.map((member) => member.since.getTime())))
  const from = new Date(Math.max(since.getTime(), now.getTime() - 500 * DAY))
  const groupId = brandId<'SupervisionGroup'>(randomUUID())
  const meetings = meetingsOf(groupId, from, now)
  const { name, minutes } = TRACKS[trackCode]
  const recorded = { recordedById: leader.id, recordedAt: now }
  await database.$transaction(async (tx) => {
    await tx.supervisionGroup.create({
      data: {
        id: groupId,
        name: `${name} gruppe ${number}`,
        mentorId: leader.id,
        trackCode,
        createdAt: from,
      },
    })
    await tx.groupMember.createMany({
      data: members.map(({ trainee, since: joined }) => ({
        ...{ groupId, traineeId: trainee.id, joinedOn: later(joined, from) },
      })),
    })
    await tx.groupMeeting.createMany({ data: meetings.map((each) => ({ ...each, minutes, ...recorded })) })
    await tx.supervisionHoursEntry.createMany({
      data: meetings.flatMap(({ id: meetingId, on }) =>
        members
          .filter(
            ({ trainee, since: joined }) =>
              later(joined, from) <= on && chance('there', meetingId, trainee.id) < 0.88,
          )
          .map(({ trainee }) => ({
            ...{ traineeId: trainee.id, on, minutes, kind: 'GROUP' as const, meetingId },
            ...recorded,
          })),
      ),
    })
  })
}

const later = (a: Date, b: Date): Date => dateColumn(dayOf(a > b ? a : dateColumn(osloDay(b))))

/** Every other Wednesday, with a pause in July. */
function meetingsOf(groupId: Id<'SupervisionGroup'>, from: Date, now: Date) {
  const meetings: { id: Id<'GroupMeeting'>; groupId: Id<'SupervisionGroup'>; on: Date; topic: string }[] = []
  let at = from.getTime()
  while (new Date(at).getUTCDay() !== 3) at += DAY
  for (; at < now.getTime() - DAY; at += 14 * DAY) {
    const on = dateColumn(osloDay(new Date(at)))
    if (on.getUTCMonth() === 6) continue
    meetings.push({
      id: brandId(randomUUID()),
      groupId,
      on,
      topic: choose(GROUP_TOPICS, groupId, meetings.length),
    })
  }
  return meetings
}
