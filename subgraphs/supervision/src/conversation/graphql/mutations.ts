import { builder } from '../../builder.ts'
import type { InputBuilder } from '../../graph/mutation.ts'
import { topicsOf } from '../domain/complete.ts'
import { GoalAssessment } from './enums.ts'
import { conversationMutation, seriesMutation } from './mutation.ts'

const wholeSeries = (t: InputBuilder) =>
  t.boolean({
    required: true,
    defaultValue: false,
    description: 'Answers the later invitations of the same series too.',
  })

seriesMutation({
  name: 'AcceptConversationInvitation',
  description: 'By whoever did not propose the time, from INVITED: it becomes PLANNED (F046, F058).',
  input: (t) => ({ wholeSeries: wholeSeries(t) }),
  command: (answer) => ({ name: 'ACCEPT', ...answer }),
})

seriesMutation({
  name: 'DeclineConversationInvitation',
  description: 'By whoever did not propose the time, from INVITED: it becomes DECLINED (F046, F058).',
  input: (t) => ({
    reason: t.string({ description: 'Why; the other reads it.' }),
    wholeSeries: wholeSeries(t),
  }),
  command: ({ reason = null, ...answer }) => ({ name: 'DECLINE', reason, ...answer }),
})

conversationMutation({
  name: 'RescheduleConversation',
  description:
    'By either, from INVITED or PLANNED; the other answers the new time. From DECLINED it invites again (F046, F058).',
  input: (t) => ({
    startsAt: t.field({
      type: 'DateTime',
      required: true,
      description: 'TIME_IN_PAST of one before now, TIME_INVALID of one more than two years ahead.',
    }),
    durationMinutes: t.int({ required: true, description: 'From 5 to 600; DURATION_INVALID else.' }),
  }),
  command: (time) => ({ name: 'RESCHEDULE', ...time }),
})

conversationMutation({
  name: 'EditConversationAgenda',
  description: 'As a whole, what is left out is gone: by either, of one that is INVITED or PLANNED (F017).',
  input: (t) => ({
    place: t.string({
      description:
        'A room, or the address of a meeting on screen; at most 500 characters, TEXT_TOO_LONG else.',
    }),
    topics: t.stringList({
      required: true,
      description:
        'At most 20, AGENDA_INVALID else; empty ones are left out. Each at most 500 characters, TEXT_TOO_LONG else.',
    }),
    goalIds: t.idsOf('LearningGoal', {
      required: true,
      description: 'At most 50, AGENDA_INVALID else. Goals that stay keep their assessment.',
    }),
  }),
  command: ({ place = null, topics, goalIds }) => ({
    name: 'EDIT_AGENDA',
    place,
    topics: topicsOf(topics),
    goalIds,
  }),
})

const GoalAssessmentInput = builder.inputType('GoalAssessmentInput', {
  description: 'What the mentor says of one goal.',
  fields: (t) => ({
    goalId: t.idOf('LearningGoal', {
      required: true,
      description: 'One that the conversation concerns; AGENDA_INVALID of another.',
    }),
    assessment: t.field({ type: GoalAssessment, required: true, description: 'What the mentor says of it.' }),
  }),
})

conversationMutation({
  name: 'AssessConversationGoals',
  description:
    "The mentor's, of goals that the conversation concerns, while it is open; the others stay as they are (B03, § 26).",
  input: (t) => ({
    assessments: t.field({
      type: [GoalAssessmentInput],
      required: true,
      description: 'Goals that are left out stay as they are.',
    }),
  }),
  command: ({ assessments }) => ({
    name: 'ASSESS_GOALS',
    assessments: new Map(assessments.map(({ goalId, assessment }) => [goalId, assessment])),
  }),
})

conversationMutation({
  name: 'FinaliseConversation',
  description:
    'By the mentor, of one that has begun and has minutes: read-only from then on, signed by the mentor, and counted in the hours (F059).',
  input: (t) => ({
    textSequence: t.int({
      required: true,
      description:
        'As the mentor has read the texts: what was written since must be read before it is signed, TEXT_CHANGED.',
    }),
  }),
  command: ({ textSequence }) => ({ name: 'FINALISE', textSequence }),
})

seriesMutation({
  name: 'CancelConversation',
  description: 'By either, from INVITED, PLANNED or DECLINED (F017).',
  input: (t) => ({
    reason: t.string({ required: true, description: 'REASON_REQUIRED of an empty one.' }),
    restOfSeries: t.boolean({
      required: true,
      defaultValue: false,
      description: 'Cancels the later ones of its series too, where they are open.',
    }),
  }),
  command: ({ reason, restOfSeries: wholeSeries }) => ({ name: 'CANCEL', reason, wholeSeries }),
})
