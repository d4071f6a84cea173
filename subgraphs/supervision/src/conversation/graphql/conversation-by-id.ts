import type { Id } from '@kompetanse/schema/ids'
import type { ObjectFieldBuilder } from '@pothos/core'
import type { Types } from '../../builder.ts'
import { database } from '../../database.ts'
import { SupervisionConversation } from './SupervisionConversation.ts'

/** A field with the conversation that its parent names, read after the command. */
export const conversationById = <Parent extends { readonly id: Id<'Conversation'> }>(
  t: PothosSchemaTypes.ObjectFieldBuilder<Types, Parent> & ObjectFieldBuilder<Types, Parent>,
  description?: string,
) =>
  t.prismaField({
    type: SupervisionConversation,
    ...(description && { description }),
    resolve: (query, { id }) => database.conversation.findUniqueOrThrow({ ...query, where: { id } }),
  })

/** A field with all of a series that were made or changed. */
export const conversationsByIds = <Parent>(
  t: PothosSchemaTypes.ObjectFieldBuilder<Types, Parent> & ObjectFieldBuilder<Types, Parent>,
  idsOf: (parent: Parent) => readonly Id<'Conversation'>[],
) =>
  t.prismaField({
    type: [SupervisionConversation],
    description: 'All of the series that were done, this one included, in the order of time.',
    resolve: (query, parent) =>
      database.conversation.findMany({
        ...query,
        where: { id: { in: [...idsOf(parent)] } },
        orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      }),
  })
