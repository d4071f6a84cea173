/** What of a record an actor may read word for word (B32): less than the actor may see. */
import { readableTrainee } from '@kompetanse/directory'
import { today } from '@kompetanse/calendar/day'
import { batchedById, type GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { database } from '../database.ts'
import type { Prisma } from '../generated/db/client.ts'
import { askedToApprove, askedToSign } from './visibility.ts'

/** Goals of the trainees whom the actor may read, and those that were sent to the actor. */
export const readableGoal = ({ actor, now }: GraphContext): Prisma.LearningGoalWhereInput => ({
  OR: [{ trainee: readableTrainee(actor, now) }, ...askedToApprove(actor, today(now))],
})

/** The same of activities; who decides on a goal reads what it rests on (F072). */
export function readableActivity({ actor, now }: GraphContext): Prisma.LearningActivityWhereInput {
  const day = today(now)
  const goal = { OR: askedToApprove(actor, day) }
  return {
    OR: [{ trainee: readableTrainee(actor, now) }, ...askedToSign(actor, day), { goals: { some: { goal } } }],
  }
}

/** What is said of what the actor may read, and what the actor said. */
export const readableComment = (context: GraphContext): Prisma.CommentWhereInput => ({
  OR: [
    { goal: readableGoal(context) },
    { activity: readableActivity(context) },
    ...(context.actor.kind === 'person' ? [{ byId: context.actor.personId }] : []),
  ],
})

/** What is attached to what the actor may read. */
export const readableAttachment = (context: GraphContext): Prisma.AttachmentWhereInput => ({
  OR: [{ goal: readableGoal(context) }, { activity: readableActivity(context) }],
})

const readableGoals = batchedById<'LearningGoal', true>(async (ids, context) => {
  const where = { id: { in: ids }, AND: readableGoal(context) }
  return allTrue(await database.learningGoal.findMany({ where, select: { id: true } }))
})

const readableActivities = batchedById<'LearningActivity', true>(async (ids, context) => {
  const where = { id: { in: ids }, AND: readableActivity(context) }
  return allTrue(await database.learningActivity.findMany({ where, select: { id: true } }))
})

const allTrue = <Key>(rows: readonly Row<Key>[]) => new Map(rows.map(({ id }) => [id, true as const]))

interface Row<Key> {
  readonly id: Key
}

/** Whether the actor may read a goal; all that one request asks for in one statement. */
export const mayReadGoal = async ({ id }: Row<Id<'LearningGoal'>>, context: GraphContext): Promise<boolean> =>
  (await readableGoals(id, context)) ?? false

export const mayReadActivity = async (
  { id }: Row<Id<'LearningActivity'>>,
  context: GraphContext,
): Promise<boolean> => (await readableActivities(id, context)) ?? false
