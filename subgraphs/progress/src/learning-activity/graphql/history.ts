import { builder } from '../../builder.ts'
import { counted } from '../../graph/counted.ts'
import { LearningActivityCommand, LearningActivityStatus } from './enums.ts'

const LearningActivityHistoryEntry = builder.prismaObject('ActivityHistory', {
  name: 'LearningActivityHistoryEntry',
  select: { id: true },
  fields: (t) => ({
    id: t.exposeID('id'),
    at: t.expose('at', { type: 'DateTime' }),
    command: t.expose('command', { type: LearningActivityCommand }),
    status: t.expose('status', { type: LearningActivityStatus }),
    by: t.relation('by'),
    onBehalfOf: t.relation('onBehalfOf', { nullable: true }),
    comment: t.exposeString('comment', { nullable: true }),
    digest: t.exposeString('digest', { nullable: true }),
  }),
})

export const HistoryConnection = counted(LearningActivityHistoryEntry, 'LearningActivityHistory')
