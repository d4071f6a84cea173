import type { Id } from '@kompetanse/schema/ids'
import { expectTypeOf, test } from 'vitest'
import type { ActivityGoal, PlanVersion, Prisma } from '../generated/db/client.ts'
import type { activityCommands } from '../learning-activity/use-cases/commands.ts'
import type { announcePlanVersions, contentChanged } from '../plan/persistence/announce.ts'
import type { Proposed } from '../proposal/domain/proposed.ts'
import type { performOnProposal } from '../proposal/use-cases/commands.ts'
import type { SetPlans } from '../track/domain/decide.ts'

// Held by the compiler: what is said here of another id does not compile when it would be taken.

test('a row says of what its ids are, and a condition takes none of another kind', () => {
  expectTypeOf<ActivityGoal['goalId']>().toEqualTypeOf<Id<'GoalDefinition'>>()
  expectTypeOf<PlanVersion['templateId']>().toEqualTypeOf<Id<'PlanTemplate'>>()
  expectTypeOf<{ templateId: Id<'PlanTemplate'> }>().toExtend<Prisma.PlanVersionWhereInput>()
  expectTypeOf<{ templateId: Id<'PlanVersion'> }>().not.toExtend<Prisma.PlanVersionWhereInput>()
})

test('a command takes the id of what it is on, and of nothing else', () => {
  type OnActivity = Parameters<typeof activityCommands.perform>[0]['id']
  expectTypeOf<OnActivity>().toEqualTypeOf<Id<'ActivityDefinition'>>()
  expectTypeOf<Parameters<typeof performOnProposal>[0]['id']>().toEqualTypeOf<Id<'Proposal'>>()
  // What a trainee does is no definition of it.
  expectTypeOf<Id<'LearningActivity'>>().not.toExtend<OnActivity>()
})

test('what is proposed names an activity, and a track its plans', () => {
  type Retirement = Extract<Proposed, { readonly kind: 'RETIRE_ACTIVITY' }>['input']
  expectTypeOf<Id<'GoalDefinition'>>().not.toExtend<Retirement['activityDefinitionId']>()
  expectTypeOf<SetPlans['planTemplateIds'][number]>().toEqualTypeOf<Id<'PlanTemplate'>>()
})

test('what is announced is a version, for a goal’s content', () => {
  expectTypeOf<Id<'PlanTemplate'>[]>().not.toExtend<Parameters<typeof announcePlanVersions>[1]>()
  expectTypeOf<Id<'ActivityDefinition'>[]>().not.toExtend<Parameters<typeof contentChanged>[1]>()
})
