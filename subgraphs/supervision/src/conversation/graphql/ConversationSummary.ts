import { builder, counted } from '../../builder.ts'
import { Person } from '../../directory/graphql/Person.ts'
import { Trainee } from '../../directory/graphql/Trainee.ts'
import { shownStatus } from '../persistence/evidence.ts'
import { ConversationStatus } from './enums.ts'

export const ConversationSummary = builder.prismaObject('Conversation', {
  variant: 'ConversationSummary',
  description: 'What leaders and administrators may see: when, who and in what state, never what was said.',
  fields: (t) => ({
    id: t.exposeID('id'),
    trainee: t.relation('trainee', { type: Trainee }),
    mentor: t.relation('mentor', { type: Person }),
    status: t.field({
      type: ConversationStatus,
      resolve: (row, _args, context) => shownStatus(row, context),
    }),
    startsAt: t.expose('startsAt', { type: 'DateTime' }),
    durationMinutes: t.exposeInt('durationMinutes'),
    finalisedAt: t.expose('finalisedAt', { type: 'DateTime', nullable: true }),
  }),
})

export const SummaryConnection = counted(ConversationSummary, 'ConversationSummary')
