import type { Id } from '@kompetanse/schema/ids'
import { database } from '../database.ts'
import { doneGoals, type SeedActivity } from './backlog.ts'
import { inOwnOrder } from './pace.ts'
import { noonOf } from './plans.ts'
import type { SeedTrainee } from './trainees.ts'

export interface SeedGoal {
  readonly id: Id<'LearningGoal'>
  readonly activities: readonly SeedActivity[]
}

/** The goals by the day on which the last of their activities was signed or fulfilled, in the order of those days. */
export async function readyDays(
  ids: readonly Id<'LearningGoal'>[],
): Promise<{ day: Date; ids: Id<'LearningGoal'>[] }[]> {
  const goals = await database.learningGoal.findMany({
    where: { id: { in: [...ids] } },
    include: { activities: { include: { activity: true } }, assignedPlan: true },
  })
  const ready = goals.map(({ id, activities, assignedPlan }) => {
    const times = activities.flatMap(({ activity }) => activity.signedAt ?? activity.fulfilledAt ?? [])
    const last = Math.max(assignedPlan.assignedAt.getTime(), ...times.map((time) => time.getTime()))
    return { id, day: noonOf(new Date(last)).getTime() }
  })
  const byDay = [...Map.groupBy(ready, ({ day }) => day)].toSorted(([a], [b]) => a - b)
  return byDay.map(([day, rows]) => ({ day: new Date(day), ids: rows.map(({ id }) => id) }))
}

/** Goals that are neither done nor begun, in the trainee's own order: for what is in hand. */
export async function openGoals(trainee: SeedTrainee, amount: number): Promise<readonly SeedGoal[]> {
  const done = new Set((await doneGoals(trainee)).map(({ id }) => id))
  const goals = await database.learningGoal.findMany({
    where: {
      traineeId: trainee.person.id,
      activities: { some: {}, every: { activity: { status: 'NOT_STARTED' } } },
    },
    include: {
      definition: true,
      assignedPlan: true,
      activities: { include: { activity: { include: { definition: true } } } },
    },
  })
  const open = inOwnOrder(
    goals.filter(({ id }) => !done.has(id)),
    trainee.person.displayName,
    ({ definition }) => definition.code,
  )
  return open.slice(0, amount).map(({ id, definition, assignedPlan, activities }) => ({
    id,
    activities: activities.map(({ activity }) => ({
      id: activity.id,
      kind: activity.definition.kind,
      codes: [definition.code],
      assignedAt: assignedPlan.assignedAt,
    })),
  }))
}
