import { contentOf } from '@kompetanse/graph'
import { builder } from '../../builder.ts'
import { mayReadActivity } from '../../directory/readable.ts'
import { counted } from '../../graph/counted.ts'
import { LearningActivityCommand, LearningActivityStatus } from './enums.ts'

const words = contentOf(
  ({ activityId: id }: { readonly activityId: string; readonly byId: string }, context) =>
    mayReadActivity({ id }, context),
  ({ byId }) => byId,
)

const LearningActivityHistoryEntry = builder.prismaObject('ActivityHistory', {
  name: 'LearningActivityHistoryEntry',
  select: { id: true, activityId: true, byId: true, comment: true },
  fields: (t) => ({
    id: t.exposeID('id'),
    at: t.expose('at', { type: 'DateTime' }),
    command: t.expose('command', { type: LearningActivityCommand }),
    status: t.expose('status', { type: LearningActivityStatus }),
    by: t.relation('by'),
    onBehalfOf: t.relation('onBehalfOf', { nullable: true }),
    comment: t.string(words('comment')),
    digest: t.exposeString('digest', { nullable: true }),
  }),
})

export const HistoryConnection = counted(LearningActivityHistoryEntry, 'LearningActivityHistory')
