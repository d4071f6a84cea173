import { plain } from '@kompetanse/graph'
import { builder } from '../../builder.ts'

export const Recommendation = builder.prismaObject('Recommendation', {
  description: 'What a mentor said of a goal and signed, by finalising a conversation about it.',
  select: { recommended: true, givenAt: true },
  fields: (t) => ({
    by: t.relation('by'),
    recommended: t.boolean({ ...plain('recommended'), description: 'False: not yet.' }),
    at: t.field({ ...plain('givenAt'), type: 'DateTime' }),
  }),
})
