import { CONTENT, historyPage, SEEN_IS_READ, type GraphContext } from '@kompetanse/graph'
import { builder, counted } from '../../builder.ts'
import { readsAll } from '../../reading/persistence/texts-read.ts'
import { Person } from '../../directory/graphql/Person.ts'
import { Trainee } from '../../directory/graphql/Trainee.ts'
import { readFrom } from '../../live/read-from.ts'
import { availableCommands } from '../domain/decide.ts'
import { toConversation } from '../persistence/conversation-row.ts'
import { toStanding, withStanding } from '../persistence/party.ts'
import { isUnverified, shownStatus, type Decided } from '../persistence/evidence.ts'
import { previousOf } from '../persistence/previous.ts'
import { ConversationCommand, ConversationStatus } from './enums.ts'
import { HistoryConnection } from './history.ts'
import { ConversationGoal, ConversationSeries, ConversationSignature } from './parts.ts'

const showsSignature = async (row: Decided, context: GraphContext): Promise<boolean> =>
  !(await isUnverified(row, context)) && (await readsAll(row.id, context))

export const SupervisionConversation = builder.prismaObject('Conversation', {
  name: 'SupervisionConversation',
  description: 'For its two parties only: to everybody else it does not exist.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Also the UID of its calendar entry; version is its SEQUENCE.' }),
    trainee: t.relation('trainee', { type: Trainee }),
    mentor: t.relation('mentor', { type: Person }),
    status: t.field({
      type: ConversationStatus,
      resolve: (row, _args, context) => shownStatus(row, context),
    }),
    invitedBy: t.relation('invitedBy', {
      type: Person,
      description: 'Who proposed the present time; the other answers.',
    }),
    startsAt: t.expose('startsAt', { type: 'DateTime' }),
    durationMinutes: t.exposeInt('durationMinutes'),
    endsAt: t.field({
      type: 'DateTime',
      resolve: ({ startsAt, durationMinutes }) => new Date(startsAt.getTime() + durationMinutes * 60_000),
    }),
    place: t.exposeString('place', {
      ...SEEN_IS_READ,
      nullable: true,
      description: 'A room, or the address of a meeting on screen.',
    }),
    topics: t.exposeStringList('topics', SEEN_IS_READ),
    reason: t.exposeString('reason', {
      ...SEEN_IS_READ,
      nullable: true,
      description: 'Why it was declined or cancelled; null otherwise.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    series: t.field({
      type: ConversationSeries,
      nullable: true,
      description: 'The series that it was made with; null of one made alone.',
      select: { series: true },
      resolve: ({ series }) => series,
    }),
    goals: t.field({
      type: [ConversationGoal],
      description: 'The goals that it is about, in the order of the agenda.',
      select: { goals: { orderBy: { position: 'asc' } } },
      resolve: ({ goals }) => goals,
    }),
    finalisedAt: t.expose('finalisedAt', { type: 'DateTime', nullable: true }),
    signature: t.field({
      ...CONTENT,
      type: ConversationSignature,
      nullable: true,
      select: { finalisedBy: true },
      description:
        'Null also of what is UNVERIFIED, and to who may not read all of it, as a preparation that is private still.',
      resolve: async ({ finalisedBy, finalisedAt, digest, ...row }, _args, context) =>
        finalisedBy && finalisedAt && digest && (await showsSignature(row, context))
          ? { by: finalisedBy, at: finalisedAt, digest }
          : null,
    }),
    history: t.relatedConnection(
      'history',
      {
        ...historyPage,
        description: 'All that was done with it, oldest first.',
      },
      ...HistoryConnection,
    ),
    eventCursor: t.field({
      type: 'EventCursor',
      description: 'From where conversationChanged misses nothing that is not shown here.',
      resolve: (_row, _args, context) => readFrom(context),
    }),
    version: t.exposeInt('version', { description: 'Of all but the texts, which have their own sequence.' }),
    availableCommands: t.field({
      type: [ConversationCommand],
      select: withStanding,
      resolve: (row, _args, { actor, now }) => [
        ...availableCommands(toConversation(row), toStanding(row, { actor, now }), now),
      ],
    }),
  }),
})

builder.prismaObjectField(SupervisionConversation, 'previous', (t) =>
  t.field({
    type: SupervisionConversation,
    nullable: true,
    description: "The two's last finalised conversation before this one.",
    resolve: async ({ id }, _args, context) => (await previousOf(id, context)) ?? null,
  }),
)

export const ConversationConnection = counted(SupervisionConversation, 'SupervisionConversation')

builder.objectField(ConversationConnection[0], 'eventCursor', (t) =>
  t.field({
    type: 'EventCursor',
    description: 'From where ownConversationsChanged misses nothing that is not shown here.',
    resolve: (_connection, _args, context) => readFrom(context),
  }),
)
