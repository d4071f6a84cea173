import { CONTENT } from '@kompetanse/graph'
import { builder, counted } from '../../builder.ts'
import { Person } from '../../directory/graphql/Person.ts'
import { availableCommands, ENTRY_COMMANDS } from '../domain/entry.ts'

export const HoursKind = builder.enumType('SupervisionHoursKind', {
  description: 'What the hours were.',
  values: {
    CONVERSATION: { description: 'A finalised conversation, by its length.' },
    OTHER_SUPERVISION: { value: 'OTHER_GUIDANCE', description: 'Recorded by the mentor.' },
    GROUP: { description: 'A group meeting that the trainee was at; not part of the individual hours.' },
  } as const,
})

const HoursCommand = builder.enumType('SupervisionHoursCommand', {
  description: 'What can be done with an entry of hours.',
  values: ENTRY_COMMANDS,
})

export const SupervisionHoursEntry = builder.prismaObject('SupervisionHoursEntry', {
  name: 'SupervisionHoursEntry',
  description: 'Hours of guidance that a trainee had on one day.',
  fields: (t) => ({
    id: t.exposeID('id'),
    on: t.expose('on', { type: 'Date' }),
    hours: t.float({ description: 'Hours.', resolve: ({ minutes }) => minutes / 60 }),
    kind: t.expose('kind', { type: HoursKind }),
    note: t.string({
      ...CONTENT,
      nullable: true,
      description: 'For the trainee and who wrote it; null to everybody else.',
      resolve: ({ note, traineeId, recordedById }, _args, { actor }) =>
        [traineeId, recordedById].includes(actor.personId) ? note : null,
    }),
    recordedBy: t.relation('recordedBy', { type: Person }),
    version: t.exposeInt('version'),
    availableCommands: t.field({
      type: [HoursCommand],
      resolve: (entry, _args, { actor }) =>
        entry.removedAt === null ? [...availableCommands(entry, actor.personId)] : [],
    }),
  }),
})

export const EntryConnection = counted(SupervisionHoursEntry, 'SupervisionHoursEntry')
