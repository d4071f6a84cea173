/** What an entry of supervision hours came of. */
import { builder } from '../../builder.ts'
import { ConversationSummary } from '../../conversation/graphql/ConversationSummary.ts'
import { SupervisionHoursEntry } from '../../hours/graphql/SupervisionHoursEntry.ts'
import { SupervisionGroup } from './SupervisionGroup.ts'

const SupervisionHoursSource = builder.unionType('SupervisionHoursSource', {
  description:
    'What gives hours of supervision by itself: a conversation, or the group whose meeting it was.',
  types: [ConversationSummary, SupervisionGroup],
})

builder.prismaObjectField(SupervisionHoursEntry, 'source', (t) =>
  t.field({
    type: SupervisionHoursSource,
    nullable: true,
    description: 'What the hours came of; null of those that were recorded by hand.',
    select: { conversation: true, meeting: { select: { group: true } } },
    resolve: ({ conversation, meeting }) => {
      if (conversation) return ConversationSummary.addBrand(conversation)
      return meeting && SupervisionGroup.addBrand(meeting.group)
    },
  }),
)
