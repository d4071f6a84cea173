import { cleanText } from '@kompetanse/graph'
import { builder } from '../../../builder.ts'
import { changeGroup } from '../../use-cases/change-group.ts'
import { correctMeeting, recordMeeting } from '../../use-cases/meetings.ts'
import { groupResult, toResult } from '../outcome.ts'

const RecordGroupMeetingInput = builder.inputType('RecordGroupMeetingInput', {
  fields: (t) => ({
    groupId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    on: t.field({ type: 'Date', required: true }),
    hours: t.float({ required: true }),
    topic: t.string(),
    presentTraineeIds: t.idList({ required: true }),
  }),
})

builder.mutationField('recordGroupMeeting', (t) =>
  t.field({
    type: groupResult('RecordGroupMeeting'),
    description: 'Each who was there gets its hours.',
    args: { input: t.arg({ type: RecordGroupMeetingInput, required: true }) },
    resolve: async (_root, { input: { groupId, expectedVersion, on, topic, ...rest } }, context) => {
      const change = recordMeeting({ ...rest, on: String(on), topic: cleanText(topic) })
      const outcome = await changeGroup(
        { groupId, expectedVersion, command: 'RECORD_MEETING', change },
        context,
      )
      return toResult(outcome, 'RecordGroupMeeting')
    },
  }),
)

const CorrectGroupMeetingInput = builder.inputType('CorrectGroupMeetingInput', {
  description: 'As a whole: who is left out was not there.',
  fields: (t) => ({
    groupId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    meetingId: t.id({ required: true }),
    on: t.field({ type: 'Date', required: true }),
    hours: t.float({ required: true }),
    topic: t.string(),
    presentTraineeIds: t.idList({ required: true }),
  }),
})

builder.mutationField('correctGroupMeeting', (t) =>
  t.field({
    type: groupResult('CorrectGroupMeeting'),
    args: { input: t.arg({ type: CorrectGroupMeetingInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const { groupId, expectedVersion, meetingId, on, topic, ...rest } = input
      const change = correctMeeting(meetingId, { ...rest, on: String(on), topic: cleanText(topic) })
      const outcome = await changeGroup(
        { groupId, expectedVersion, command: 'CORRECT_MEETING', change },
        context,
      )
      return toResult(outcome, 'CorrectGroupMeeting')
    },
  }),
)
