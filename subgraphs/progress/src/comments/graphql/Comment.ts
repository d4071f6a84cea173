import { builder } from '../../builder.ts'
import { counted } from '../../graph/counted.ts'

export const Comment = builder.prismaObject('Comment', {
  select: { id: true },
  fields: (t) => ({
    id: t.exposeID('id'),
    by: t.relation('by'),
    at: t.expose('at', { type: 'DateTime' }),
    text: t.exposeString('text'),
  }),
})

export const CommentConnection = counted(Comment, 'Comment')
