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
  select: { conversationId: true, digest: true },
  fields: (t) => ({
    id: t.exposeID('id'),
    at: t.expose('at', { type: 'DateTime' }),
    by: t.relation('by', { type: Person }),
    command: t.expose('command', { type: ConversationHistoryCommand }),
    status: t.expose('status', { type: ConversationStatus }),
    startsAt: t.expose('startsAt', { type: 'DateTime', description: 'The time that stood after it.' }),
    reason: t.exposeString('reason', { ...SEEN_IS_READ, nullable: true }),
    digest: t.string(signed('digest')),
  }),
})

export const HistoryConnection = counted(ConversationHistoryEntry, 'ConversationHistory')
