import { SEEN_IS_READ } from '@kompetanse/graph'
import { builder, counted } from '../../builder.ts'
import { readContent } from '../persistence/content.ts'
import { ServicePeriodCommand, ServicePeriodStatus } from './enums.ts'
import { SignedContent } from './SignedContent.ts'

export const ServicePeriodHistoryEntry = builder.prismaObject('ServicePeriodHistory', {
  name: 'ServicePeriodHistoryEntry',
  description: 'One thing that was done with a period. It is never changed.',
  fields: (t) => ({
    id: t.exposeID('id'),
    at: t.expose('at', { type: 'DateTime' }),
    command: t.expose('command', { type: ServicePeriodCommand }),
    status: t.expose('status', {
      type: ServicePeriodStatus,
      nullable: true,
      description: 'Null when removed.',
    }),
    by: t.relation('by'),
    onBehalfOf: t.relation('onBehalfOf', { nullable: true }),
    comment: t.exposeString('comment', {
      ...SEEN_IS_READ,
      nullable: true,
      description: 'Null when nothing was written.',
    }),
    digest: t.exposeString('digest', {
      ...SEEN_IS_READ,
      nullable: true,
      description: 'SHA-256 of what was decided on, or of what lost its signature.',
    }),
    signed: t.field({
      type: SignedContent,
      nullable: true,
      description: 'What was signed, as it then said; null of every other step.',
      resolve: ({ command, content }) => (command === 'SIGN' ? readContent(content) : null),
    }),
  }),
})

export const HistoryConnection = counted(ServicePeriodHistoryEntry, 'ServicePeriodHistory')
