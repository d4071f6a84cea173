import { CONTENT, type GraphContext, pageOf, WITHIN_CONTENT } from '@kompetanse/graph'
import { builder, counted } from '../../builder.ts'
import { readableComment } from '../../directory/readable.ts'
import type { Prisma } from '../../generated/db/client.ts'

export const Comment = builder.prismaObject('Comment', {
  description: 'What somebody wrote to a goal or an activity. It is not edited and not removed.',
  select: { id: true },
  fields: (t) => ({
    id: t.exposeID('id'),
    by: t.relation('by'),
    at: t.expose('at', { type: 'DateTime' }),
    text: t.exposeString('text', WITHIN_CONTENT),
  }),
})

export const CommentConnection = counted(Comment, 'Comment')

/** The field of a goal's or an activity's comments: those that the actor may read, oldest first. */
export const commentsField = {
  ...CONTENT,
  cursor: 'id',
  totalCount: true,
  ...pageOf(20),
  query: (_args: object, context: GraphContext) =>
    ({
      where: readableComment(context),
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
    }) satisfies Prisma.LearningGoal$commentsArgs,
} as const
