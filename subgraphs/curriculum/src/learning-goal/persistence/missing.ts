import type { Id } from '@kompetanse/schema/ids'
import type { Tx } from '../../database.ts'

/** The first of these goals that is not there; undefined when all are. */
export async function missingGoal(
  tx: Tx,
  ids: readonly Id<'GoalDefinition'>[],
): Promise<Id<'GoalDefinition'> | undefined> {
  const known = await tx.goalDefinition.findMany({ where: { id: { in: [...ids] } }, select: { id: true } })
  return ids.find((id) => !known.some((goal) => goal.id === id))
}
