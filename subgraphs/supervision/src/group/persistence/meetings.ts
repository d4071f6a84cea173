import { dateColumn } from '@kompetanse/calendar/day'
import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import type { Tx } from '../../database.ts'
import { minutesOf } from '../../hours/domain/entry.ts'
import type { Meeting } from '../domain/group.ts'

/** A meeting that was held: each who was there gets its hours. Returns what the history keeps. */
export async function recordMeeting(
  tx: Tx,
  { groupId, meeting }: { readonly groupId: Id<'SupervisionGroup'>; readonly meeting: Meeting },
  context: GraphContext,
) {
  const data = { groupId, ...columnsOf(meeting), ...recorded(context) }
  const { id } = await tx.groupMeeting.create({ data })
  return attend(tx, { meetingId: id, meeting }, context)
}

/** A meeting as it should have been recorded; the hours of those who were there follow. */
export async function correctMeeting(tx: Tx, { meetingId, meeting }: Held, context: GraphContext) {
  await tx.groupMeeting.update({ where: { id: meetingId }, data: columnsOf(meeting) })
  await tx.supervisionHoursEntry.deleteMany({ where: { meetingId } })
  return attend(tx, { meetingId, meeting }, context)
}

interface Held {
  readonly meetingId: Id<'GroupMeeting'>
  readonly meeting: Meeting
}

async function attend(tx: Tx, { meetingId, meeting }: Held, context: GraphContext) {
  const { on, minutes } = columnsOf(meeting)
  const presentTraineeIds = [...new Set(meeting.presentTraineeIds)]
  const common = { on, minutes, kind: 'GROUP' as const, meetingId, ...recorded(context) }
  const data = presentTraineeIds.map((traineeId) => ({ traineeId, ...common }))
  if (data.length > 0) await tx.supervisionHoursEntry.createMany({ data })
  return { ...meeting, meetingId, presentTraineeIds }
}

const recorded = ({ actor, now }: GraphContext) => ({ recordedById: actor.personId, recordedAt: now })

const columnsOf = ({ on, hours, topic }: Meeting) => ({
  on: dateColumn(on),
  minutes: minutesOf(hours) ?? 0,
  topic,
})
