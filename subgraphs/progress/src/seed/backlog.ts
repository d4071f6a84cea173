import type { Id } from '@kompetanse/schema/ids'
import { database } from '../database.ts'
import type { ActivityKind } from '../generated/db/client.ts'
import { inOwnOrder } from './pace.ts'
import { isTold } from './texts.ts'
import type { SeedTrainee } from './trainees.ts'

export interface SeedActivity {
  readonly id: Id<'LearningActivity'>
  readonly kind: ActivityKind
  readonly codes: readonly string[]
  readonly assignedAt: Date
}

/** What a trainee has behind, has in hand and has before them. */
export interface Backlog {
  readonly done: readonly SeedActivity[]
  readonly current: readonly SeedActivity[]
}

/** How many activities a trainee has in hand at a time. */
const IN_HAND = 9

/**
 * Divides a trainee's activities by the share of goals that are done. The same goals are done for whoever seeds
 * goals: `doneGoals`.
 */
export async function backlogOf(trainee: SeedTrainee): Promise<Backlog> {
  const { person } = trainee
  const rows = await database.learningActivity.findMany({
    where: { traineeId: person.id },
    include: {
      definition: true,
      assignedPlan: { select: { assignedAt: true } },
      goals: { include: { goal: { include: { definition: { select: { code: true } } } } } },
    },
    orderBy: { id: 'asc' },
  })
  const done = new Set((await doneGoals(trainee)).map(({ id }) => id))
  const activities = rows.map(({ id, definition, assignedPlan, goals }) => ({
    id,
    kind: definition.kind,
    codes: goals.map(({ goal }) => goal.definition.code),
    assignedAt: assignedPlan.assignedAt,
    // A course that serves many goals is taken when half of them are done.
    finished: 2 * goals.filter(({ goalId }) => done.has(goalId)).length > goals.length,
  }))
  const left = inOwnOrder(
    activities.filter(({ finished }) => !finished),
    person.displayName,
    ({ codes }) => codes.join(),
  )
  const next = left.filter(({ kind }) => kind === 'SIGNED' || kind === 'RECURRING')
  const told = next.filter(({ codes }) => isTold(codes))
  return {
    done: inOwnOrder(
      activities.filter(({ finished }) => finished),
      person.displayName,
      ({ codes }) => codes.join(),
    ),
    current: [...told, ...next.filter((activity) => !told.includes(activity))].slice(0, IN_HAND),
  }
}

/** The goals whose activities are all done, in the order in which the trainee reached them. */
export async function doneGoals({ person, share }: SeedTrainee) {
  const goals = await database.learningGoal.findMany({
    where: { traineeId: person.id },
    include: { definition: { select: { code: true } } },
  })
  const byPlan = Map.groupBy(goals, ({ assignedPlanId }) => assignedPlanId)
  return [...byPlan.values()].flatMap((ofPlan) =>
    inOwnOrder(ofPlan, person.displayName, ({ definition }) => definition.code).slice(
      0,
      Math.round(share * ofPlan.length),
    ),
  )
}
