import type { Id } from '@kompetanse/schema/ids'
import { expectTypeOf, test } from 'vitest'
import type { sharingCommands, writingCommands } from '../conversation-text/use-cases/commands.ts'
import type { conversationCommands } from '../conversation/use-cases/commands.ts'
import type { Conversation, Prisma } from '../generated/db/client.ts'
import type { GroupCommand } from '../group/domain/group.ts'
import type { groupCommands } from '../group/use-cases/commands.ts'
import type { entryCommands } from '../hours/use-cases/commands.ts'
import type { authorOf } from '../reading/domain/preparation.ts'
import type { readsAll } from '../reading/persistence/texts-read.ts'
import type { templateCommands } from '../template/use-cases/commands.ts'

// Held by the compiler: what is said here of another id does not compile when it would be taken.

type IdOf<Perform extends (given: never, context: never) => unknown> = Parameters<Perform>[0]['id']

test('a row says of what its ids are, and a condition takes none of another kind', () => {
  expectTypeOf<Conversation['mentorId']>().toEqualTypeOf<Id<'Person'>>()
  expectTypeOf<{ mentorId: Id<'Person'> }>().toExtend<Prisma.ConversationWhereInput>()
  expectTypeOf<{ mentorId: Id<'Conversation'> }>().not.toExtend<Prisma.ConversationWhereInput>()
  expectTypeOf<{ goalId: Id<'Conversation'> }>().not.toExtend<Prisma.ConversationGoalWhereInput>()
})

test('a command takes the id of what it is on, and of nothing else', () => {
  expectTypeOf<IdOf<typeof conversationCommands.perform>>().toEqualTypeOf<Id<'Conversation'>>()
  expectTypeOf<IdOf<typeof writingCommands.perform>>().toEqualTypeOf<Id<'Conversation'>>()
  expectTypeOf<IdOf<typeof sharingCommands.perform>>().toEqualTypeOf<Id<'Conversation'>>()
  expectTypeOf<IdOf<typeof groupCommands.perform>>().toEqualTypeOf<Id<'SupervisionGroup'>>()
  expectTypeOf<IdOf<typeof entryCommands.perform>>().toEqualTypeOf<Id<'SupervisionHoursEntry'>>()
  expectTypeOf<IdOf<typeof templateCommands.perform>>().toEqualTypeOf<Id<'ConversationTemplate'>>()
  expectTypeOf<Id<'Person'>>().not.toExtend<IdOf<typeof conversationCommands.perform>>()
})

test('a meeting is no member, to the decision of a group', () => {
  type Add = Extract<GroupCommand, { readonly name: 'ADD_MEMBER' }>
  expectTypeOf<Add['traineeId']>().toEqualTypeOf<Id<'Person'>>()
  expectTypeOf<Id<'GroupMeeting'>>().not.toExtend<Add['traineeId']>()
})

test('who reads is asked of a conversation, and who wrote is a person', () => {
  expectTypeOf<Id<'SupervisionGroup'>>().not.toExtend<Parameters<typeof readsAll>[0]>()
  expectTypeOf<ReturnType<typeof authorOf>>().toEqualTypeOf<Id<'Person'> | null>()
})
