import type { Tx } from '../../database.ts'
import type { Change } from './load.ts'

/** Saves which goals conversations concern, and how they were assessed, where a command says something of it. */
export async function saveGoals(tx: Tx, changes: readonly Change[]): Promise<void> {
  const touched = changes.filter(
    ({ command }) => command.name === 'EDIT_AGENDA' || command.name === 'ASSESS_GOALS',
  )
  if (touched.length === 0) return
  const rows = touched.flatMap(goalsAfter)
  await tx.conversationGoal.deleteMany({
    where: { conversationId: { in: touched.map(({ row }) => row.id) } },
  })
  if (rows.length > 0) await tx.conversationGoal.createMany({ data: rows })
}

/** A goal that stays keeps its assessment. */
function goalsAfter({ row, command }: Change) {
  const had = new Map(row.goals.map(({ goalId, assessment }) => [goalId, assessment]))
  const ids = command.name === 'EDIT_AGENDA' ? command.goalIds : [...had.keys()]
  const given = command.name === 'ASSESS_GOALS' ? command.assessments : had
  return [...new Set(ids)].map((goalId, position) => ({
    ...{ conversationId: row.id, goalId, position },
    assessment: given.get(goalId) ?? had.get(goalId) ?? ('NOT_ASSESSED' as const),
  }))
}
