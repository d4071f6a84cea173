import { loadStandings, type Standing } from '@kompetanse/directory'
import { osloDay, today } from '@kompetanse/calendar/day'
import type { Given } from '@kompetanse/command'
import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import type { Tx } from '../../database.ts'
import { visibleGoal } from '../../directory/visibility.ts'
import type { LearningGoal as GoalRow } from '../../generated/db/client.ts'
import { loadContents, type GoalContent } from './content.ts'
import type { Goal, GoalCommand, Situation } from '../domain/goal.ts'
import { loadApproverChoices, type ApproverChoice } from './approver-choices.ts'
import { goalOf } from './goal-row.ts'
import { rolesOf } from './roles.ts'

export interface Loaded {
  readonly row: GoalRow & { readonly definition: { readonly code: string; readonly wording: string } }
  readonly goal: Goal
  readonly situation: Situation
  readonly content: GoalContent
}

export const include = {
  assignedPlan: { select: { status: true } },
  definition: { select: { code: true, wording: true } },
} as const

/**
 * Those of the goals that the actor may see, locked until the transaction ends: what is decided is decided on what
 * is saved over. The number of statements does not depend on how many there are.
 */
export async function loadForCommand(
  tx: Tx,
  given: readonly Given<GoalCommand, Id<'LearningGoal'>>[],
  { actor, now }: GraphContext,
): Promise<Map<Id<'LearningGoal'>, Loaded>> {
  const ids = given.map(({ id }) => id)
  // In the order of ids, so that two bulk commands over the same rows cannot wait for each other.
  await tx.$queryRaw`SELECT id FROM learning_goal WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
  const rows = await tx.learningGoal.findMany({
    where: { id: { in: ids }, AND: visibleGoal(actor, today(now)) },
    include,
  })
  const trainees = [...new Set(rows.map(({ traineeId }) => traineeId))]
  const standings = await loadStandings(tx, actor, now, trainees)
  const choicesOf = await loadApproverChoices(tx, trainees, now)
  const contents = await loadContents(
    tx,
    rows.map(({ id }) => id),
  )
  const load = ({ assignedPlan, ...row }: (typeof rows)[number]): Loaded => {
    const [standing, content] = [standings.get(row.traineeId), contents.get(row.id)]
    if (!standing || !content) throw new Error('a goal that was found has a standing and a content')
    const choices = choicesOf.get(row.traineeId) ?? []
    const planArchived = assignedPlan.status === 'ARCHIVED'
    return loadedOf(row, { standing, choices, content, planArchived }, { actor, now })
  }
  return new Map(rows.map((row) => [row.id, load(row)]))
}

/** What a decision on a goal needs beside its row. */
export interface Around extends Pick<Loaded, 'content'> {
  readonly standing: Standing
  readonly choices: readonly ApproverChoice[]
  readonly planArchived: boolean
}

/** All that a decision on this row needs: what it is, what the actor is to it, what an approver would sign. */
export function loadedOf(row: Loaded['row'], around: Around, { actor, now }: GraphContext): Loaded {
  const { standing, choices, content, planArchived } = around
  const situation = {
    actorId: actor.personId,
    roles: rolesOf(actor.personId, standing, choices, row),
    approvers: choices.map(({ person, role }) => ({ personId: person.id, role })),
    planArchived,
    ...{ now, today: osloDay(now), contentDigest: content.digest },
  }
  return { row, goal: goalOf(row), situation, content }
}
