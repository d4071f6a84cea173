import { builder, NotFound } from '../../builder.ts'
import { type InputBuilder, mutation } from '../../graph/mutation.ts'
import { topicsOf } from '../domain/complete.ts'
import { invite, recordHeld } from '../use-cases/invite.ts'
import { conversationById, conversationsByIds } from './conversation-by-id.ts'
import { live } from './mutation.ts'
import { ConversationRefused } from './refusals.ts'

const RepeatEndInput = builder.inputType('RepeatEndInput', {
  isOneOf: true,
  description: 'When a series ends, by one of the two.',
  fields: (t) => ({
    count: t.int({ description: 'How many there are, the first included; from 2 to 52.' }),
    lastOn: t.field({ type: 'Date', description: 'The last day that a conversation may be on.' }),
  }),
})

const RepeatInput = builder.inputType('RepeatInput', {
  description: 'The same time of day in Oslo, every so many weeks. SERIES_INVALID of what makes no series.',
  fields: (t) => ({
    everyWeeks: t.int({ required: true, description: 'From 1 to 26.' }),
    end: t.field({ type: RepeatEndInput, required: true, description: 'When the series ends.' }),
  }),
})

/** As the domain has it. */
const seriesOf = ({ everyWeeks, end }: typeof RepeatInput.$inferInput) => ({
  ...{ everyWeeks, count: end.count ?? null, until: end.lastOn ?? null },
})

/** Who meet, when and about what. */
const meeting = (t: InputBuilder, startsAt: string) => ({
  traineeId: t.idOf('Person', { required: true, description: "The actor's own id, or a mentee's." }),
  startsAt: t.field({ type: 'DateTime', required: true, description: startsAt }),
  durationMinutes: t.int({ required: true, description: 'From 5 to 600; DURATION_INVALID else.' }),
  place: t.string({
    description: 'A room, or the address of a meeting on screen; at most 500 characters, TEXT_TOO_LONG else.',
  }),
  topics: t.stringList({
    required: true,
    defaultValue: [],
    description:
      'At most 20, AGENDA_INVALID else; empty ones are left out. Each at most 500 characters, TEXT_TOO_LONG else.',
  }),
  goalIds: t.idsOf('LearningGoal', {
    required: true,
    defaultValue: [],
    description: 'At most 50; AGENDA_INVALID else.',
  }),
})

mutation({
  name: 'InviteToConversation',
  description:
    'By the trainee or the mentor; the other answers. With repeat it makes a series, and conversation is the first (F017, F046, F058).',
  input: (t) => ({
    ...meeting(t, 'TIME_IN_PAST of one before now, TIME_INVALID of one more than two years ahead.'),
    repeat: t.field({
      type: RepeatInput,
      description: 'How it is repeated; left out, it is one conversation.',
    }),
  }),
  refusals: [ConversationRefused, NotFound],
  perform: ({ place = null, topics, repeat, ...input }, context) => {
    const series = repeat ? seriesOf(repeat) : null
    return live(invite)({ ...input, place, topics: topicsOf(topics), repeat: series }, context)
  },
  success: (t) => ({
    conversation: conversationById(t),
    conversations: conversationsByIds(t, ({ ids }) => ids),
  }),
})

mutation({
  name: 'RecordHeldConversation',
  description:
    'Writes down a conversation that was held without an invitation, at most a year ago, by either of the two. It is PLANNED at once: it counts when the mentor finalises it (F048, F058).',
  input: (t) => meeting(t, 'NOT_HELD_YET until it is over, TIME_INVALID after a year.'),
  refusals: [ConversationRefused, NotFound],
  perform: ({ place = null, topics, ...input }, context) =>
    live(recordHeld)({ ...input, place, topics: topicsOf(topics) }, context),
  success: (t) => ({ conversation: conversationById(t) }),
})
