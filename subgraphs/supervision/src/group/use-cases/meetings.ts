import { dateColumn } from '@kompetanse/directory/day'
import { isId } from '@kompetanse/graph'
import { minutesOf } from '../../guidance/domain/entry.ts'
import { refuseMeeting, type Meeting } from '../domain/group.ts'
import type { Changed, Changing } from './change-group.ts'

/** A meeting that was held: each who was there gets its hours. */
export const recordMeeting =
  (given: Meeting) =>
  async (changing: Changing): Promise<Changed> => {
    const meeting = tidy(given)
    const code = refuseMeeting(changing.group, meeting, changing.today)
    if (code) return { code }
    const { tx, row, context } = changing
    const recorded = { recordedById: context.actor.personId, recordedAt: context.now }
    const { id } = await tx.groupMeeting.create({
      data: { groupId: row.id, ...columnsOf(meeting), ...recorded },
    })
    await attend(changing, id, meeting)
    return { content: contentOf(id, meeting) }
  }

/** A meeting as it should have been recorded; the hours of those who were there follow. */
export const correctMeeting =
  (meetingId: string, given: Meeting) =>
  async (changing: Changing): Promise<Changed> => {
    const { tx, row } = changing
    const found =
      isId(meetingId) && (await tx.groupMeeting.findFirst({ where: { id: meetingId, groupId: row.id } }))
    if (!found) return { code: 'NOT_PERMITTED' }
    const meeting = tidy(given)
    const code = refuseMeeting(changing.group, meeting, changing.today)
    if (code) return { code }
    await tx.groupMeeting.update({ where: { id: found.id }, data: columnsOf(meeting) })
    await tx.guidanceEntry.deleteMany({ where: { meetingId: found.id } })
    await attend(changing, found.id, meeting)
    return { content: contentOf(found.id, meeting) }
  }

async function attend({ tx, context }: Changing, meetingId: string, meeting: Meeting): Promise<void> {
  const { on, minutes } = columnsOf(meeting)
  const recorded = { recordedById: context.actor.personId, recordedAt: context.now }
  const data = meeting.presentTraineeIds.map((traineeId) => ({
    ...{ traineeId, on, minutes, kind: 'GROUP' as const, meetingId },
    ...recorded,
  }))
  if (data.length > 0) await tx.guidanceEntry.createMany({ data })
}

const tidy = (meeting: Meeting): Meeting => ({
  ...meeting,
  presentTraineeIds: [...new Set(meeting.presentTraineeIds.map((id) => id.toLowerCase()))],
})

const columnsOf = ({ on, hours, topic }: Meeting) => ({
  on: dateColumn(on),
  minutes: minutesOf(hours) ?? 0,
  topic,
})

const contentOf = (meetingId: string, { on, hours, topic, presentTraineeIds }: Meeting) => ({
  ...{ meetingId, on, hours, topic },
  presentTraineeIds: [...presentTraineeIds],
})
