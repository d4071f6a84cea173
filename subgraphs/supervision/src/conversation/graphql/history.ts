import { contentOf, SEEN_IS_READ } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { builder, counted } from '../../builder.ts'
import { Person } from '../../directory/graphql/Person.ts'
import { readsAll } from '../../reading/persistence/texts-read.ts'
import { ConversationHistoryCommand, ConversationStatus } from './enums.ts'

const signed = contentOf(({ conversationId }: { readonly conversationId: Id<'Conversation'> }, context) =>
  readsAll(conversationId, context),
)

const ConversationHistoryEntry = builder.prismaObject('ConversationHistory', {
  name: 'ConversationHistoryEntry',
  description: 'One thing that was done with a conversation. It is never changed.',
  select: { conversationId: true, digest: true },
  fields: (t) => ({
    id: t.exposeID('id'),
    at: t.expose('at', { type: 'DateTime' }),
    by: t.relation('by', { type: Person }),
    command: t.expose('command', { type: ConversationHistoryCommand }),
    status: t.expose('status', { type: ConversationStatus, description: 'What it was after this.' }),
    startsAt: t.expose('startsAt', { type: 'DateTime', description: 'The time as it was after it.' }),
    reason: t.exposeString('reason', {
      ...SEEN_IS_READ,
      nullable: true,
      description: 'Why it was declined or cancelled; null otherwise.',
    }),
    digest: t.string({
      ...signed('digest'),
      description:
        'SHA-256, hex, of what was finalised; null when nothing was, and to who may not read all of it.',
    }),
  }),
})

export const HistoryConnection = counted(ConversationHistoryEntry, 'ConversationHistory')
