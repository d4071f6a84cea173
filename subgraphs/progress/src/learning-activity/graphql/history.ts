import { contentOf, type GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { builder, counted } from '../../builder.ts'
import { mayReadActivity } from '../../directory/readable.ts'
import { LearningActivityCommand, LearningActivityStatus } from './enums.ts'

interface Entry {
  readonly activityId: Id<'LearningActivity'>
  readonly byId: Id<'Person'>
}

const mayRead = ({ activityId: id }: Entry, context: GraphContext) => mayReadActivity({ id }, context)
const words = contentOf(mayRead, ({ byId }: Entry) => byId)
/** What somebody signed has more words in it than their own. */
const signed = contentOf(mayRead)

const LearningActivityHistoryEntry = builder.prismaObject('ActivityHistory', {
  name: 'LearningActivityHistoryEntry',
  description: 'One thing that was done with an activity. It is never changed.',
  select: { id: true, activityId: true, byId: true, comment: true, digest: true },
  fields: (t) => ({
    id: t.exposeID('id'),
    at: t.expose('at', { type: 'DateTime' }),
    command: t.expose('command', { type: LearningActivityCommand }),
    status: t.expose('status', { type: LearningActivityStatus, description: 'What it was after this.' }),
    by: t.relation('by'),
    onBehalfOf: t.relation('onBehalfOf', { nullable: true }),
    comment: t.string(words('comment')),
    digest: t.string({
      ...signed('digest'),
      description:
        'SHA-256, hex, of what was decided on; null when nothing was decided, and to who may not read it.',
    }),
  }),
})

export const HistoryConnection = counted(LearningActivityHistoryEntry, 'LearningActivityHistory')
