import { CONTENT } from '@kompetanse/graph'
import { builder, counted } from '../../builder.ts'
import { ConversationSummary } from '../../conversation/graphql/ConversationSummary.ts'
import { Person } from '../../directory/graphql/Person.ts'
import { SupervisionGroup } from '../../group/graphql/SupervisionGroup.ts'

export const SupervisionHoursKind = builder.enumType('SupervisionHoursKind', {
  values: {
    CONVERSATION: { description: 'A finalised conversation, by its length.' },
    OTHER_GUIDANCE: { description: 'Recorded by the mentor.' },
    GROUP: { description: 'A group meeting that the trainee was at; not part of the individual hours.' },
  } as const,
})

const SupervisionHoursCommand = builder.enumType('SupervisionHoursCommand', {
  values: ['CORRECT', 'REMOVE'] as const,
})

export const SupervisionHoursEntry = builder.prismaObject('GuidanceEntry', {
  name: 'SupervisionHoursEntry',
  fields: (t) => ({
    id: t.exposeID('id'),
    on: t.expose('on', { type: 'Date' }),
    hours: t.float({ resolve: ({ minutes }) => minutes / 60 }),
    kind: t.expose('kind', { type: SupervisionHoursKind }),
    note: t.string({
      ...CONTENT,
      nullable: true,
      description: 'For the trainee and who wrote it; null to everybody else.',
      resolve: ({ note, traineeId, recordedById }, _args, { actor }) =>
        [traineeId, recordedById].includes(actor.personId) ? note : null,
    }),
    recordedBy: t.relation('recordedBy', { type: Person }),
    conversation: t.relation('conversation', { type: ConversationSummary, nullable: true }),
    group: t.field({
      type: SupervisionGroup,
      nullable: true,
      description: 'Whose meeting it was; null of what is no meeting.',
      select: { meeting: { select: { group: true } } },
      resolve: ({ meeting }) => meeting?.group ?? null,
    }),
    version: t.exposeInt('version'),
    availableCommands: t.field({
      type: [SupervisionHoursCommand],
      resolve: ({ kind, recordedById, removedAt }, _args, { actor }) =>
        kind === 'OTHER_GUIDANCE' && recordedById === actor.personId && removedAt === null
          ? (['CORRECT', 'REMOVE'] as const)
          : [],
    }),
  }),
})

export const EntryConnection = counted(SupervisionHoursEntry, 'SupervisionHoursEntry')
