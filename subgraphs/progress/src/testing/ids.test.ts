import type { Id } from '@kompetanse/schema/ids'
import { expectTypeOf, test } from 'vitest'
import type { planCommands } from '../assigned-plan/use-cases/commands.ts'
import type { attachToActivity, attachToGoal } from '../attachments/use-cases/attach.ts'
import type { commentOnActivity, commentOnGoal } from '../comments/use-cases/comment.ts'
import type { delegationCommands } from '../delegation/use-cases/commands.ts'
import type { mayReadActivity, mayReadGoal } from '../directory/readable.ts'
import type { standingTo } from '../directory/standing.ts'
import type { LearningGoal, Prisma } from '../generated/db/client.ts'
import type { activityCommands } from '../learning-activity/use-cases/commands.ts'
import type { Request } from '../learning-goal/domain/goal.ts'
import type { goalCommands } from '../learning-goal/use-cases/commands.ts'

// Held by the compiler: what is said here of another id does not compile when it would be taken.

type IdOf<Perform extends (given: never, context: never) => unknown> = Parameters<Perform>[0]['id']

test('a row says of what its ids are, and a condition takes none of another kind', () => {
  expectTypeOf<LearningGoal['id']>().toEqualTypeOf<Id<'LearningGoal'>>()
  expectTypeOf<LearningGoal['approverId']>().toEqualTypeOf<Id<'Person'> | null>()
  expectTypeOf<{ traineeId: Id<'Person'> }>().toExtend<Prisma.LearningGoalWhereInput>()
  expectTypeOf<{ traineeId: Id<'LearningGoal'> }>().not.toExtend<Prisma.LearningGoalWhereInput>()
  expectTypeOf<{ id: { in: Id<'Person'>[] } }>().not.toExtend<Prisma.LearningGoalWhereInput>()
})

test('a command takes the id of what it is on, and of nothing else', () => {
  expectTypeOf<IdOf<typeof goalCommands.perform>>().toEqualTypeOf<Id<'LearningGoal'>>()
  expectTypeOf<IdOf<typeof activityCommands.perform>>().toEqualTypeOf<Id<'LearningActivity'>>()
  expectTypeOf<IdOf<typeof planCommands.perform>>().toEqualTypeOf<Id<'AssignedPlan'>>()
  expectTypeOf<IdOf<typeof delegationCommands.perform>>().toEqualTypeOf<Id<'Delegation'>>()
  expectTypeOf<Id<'Person'>>().not.toExtend<IdOf<typeof goalCommands.perform>>()
  expectTypeOf<string>().not.toExtend<IdOf<typeof goalCommands.perform>>()
})

test('nor does what is written beside one', () => {
  expectTypeOf<Parameters<typeof commentOnGoal>[0]>().toEqualTypeOf<Id<'LearningGoal'>>()
  expectTypeOf<Parameters<typeof commentOnActivity>[0]>().toEqualTypeOf<Id<'LearningActivity'>>()
  expectTypeOf<IdOf<typeof attachToGoal>>().toEqualTypeOf<Id<'LearningGoal'>>()
  expectTypeOf<IdOf<typeof attachToActivity>>().toEqualTypeOf<Id<'LearningActivity'>>()
  expectTypeOf<Parameters<typeof attachToGoal>[0]['command']>().toEqualTypeOf<Id<'Attachment'>>()
})

test('who may read, and who one is to whom, is asked of the right id', () => {
  expectTypeOf<Id<'LearningActivity'>>().not.toExtend<Parameters<typeof mayReadGoal>[0]['id']>()
  expectTypeOf<Id<'LearningGoal'>>().not.toExtend<Parameters<typeof mayReadActivity>[0]['id']>()
  expectTypeOf<Id<'LearningGoal'>>().not.toExtend<Parameters<typeof standingTo>[0]>()
})

test('a decision knows whom a goal was sent to by a person’s id', () => {
  expectTypeOf<Request['approverId']>().toEqualTypeOf<Id<'Person'>>()
})
