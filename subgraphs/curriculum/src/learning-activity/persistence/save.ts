import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import type { Tx } from '../../database.ts'
import type { ActivityDefinition, Prisma } from '../../generated/db/client.ts'
import { appendChange } from '../../history/persistence/append.ts'
import { contentChanged } from '../../plan/persistence/announce.ts'
import { ownerBy, type ActivityStep } from '../domain/decide.ts'
import type { Loaded } from './load.ts'

/** Retires activities, each with its successor if it is to have one; with history and events. One at a time is changed. */
export async function saveChanges(
  tx: Tx,
  changes: readonly (Loaded & ActivityStep)[],
  context: GraphContext,
): Promise<void> {
  for (const { row, command } of changes) {
    const data = { retired: true, version: { increment: 1 } }
    await tx.activityDefinition.update({ where: { id: row.id }, data })
    const goalIds = row.goals.map(({ goalId }) => goalId)
    if (command.name === 'EDIT') {
      const { kind, arena, launchUrl, position } = row
      const same = { kind, arena, launchUrl, position, successorOf: row.id }
      const { successorId: id, wording } = command
      await insertActivity(tx, { id, ...same, ...wording, ...ownerBy(context.actor, row) }, goalIds)
    } else await contentChanged(tx, goalIds)
    await appendChange(tx, { subject: row.id, command: command.name, content: contentOf(command) }, context)
  }
}

const contentOf = (command: ActivityStep['command']): Prisma.InputJsonObject =>
  command.name === 'EDIT' ? { ...command.wording, successor: command.successorId } : {}

type Optional = 'arena' | 'launchUrl' | 'position' | 'successorOf'
type Row = Omit<ActivityDefinition, 'retired' | 'version' | Optional> &
  Partial<Pick<ActivityDefinition, Optional>>

export async function insertActivity(
  tx: Tx,
  row: Row,
  goalIds: readonly Id<'GoalDefinition'>[],
): Promise<void> {
  await tx.activityDefinition.create({
    data: { ...row, goals: { create: goalIds.map((goalId) => ({ goalId })) } },
  })
  await contentChanged(tx, goalIds)
}
