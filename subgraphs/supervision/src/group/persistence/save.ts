import { dateColumn } from '@kompetanse/calendar/day'
import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import type { Tx } from '../../database.ts'
import type { Prisma } from '../../generated/db/client.ts'
import { appendChanges } from '../../history/persistence/append.ts'
import type { GroupStep } from '../domain/decide.ts'
import type { Loaded } from './load.ts'
import { correctMeeting, recordMeeting } from './meetings.ts'
import { lastingTo } from './visible-group.ts'

/** A new group that the actor leads, with its history. */
export async function insertGroup(
  tx: Tx,
  content: { readonly name: string; readonly trackCode: string },
  { actor, now }: GraphContext,
): Promise<{ readonly id: Id<'SupervisionGroup'> }> {
  const { name, trackCode } = content
  const data = { name, trackCode, mentorId: actor.personId, createdAt: now }
  const { id } = await tx.supervisionGroup.create({ data })
  const entry = { subjectKind: 'GROUP', subjectId: id, at: now, byId: actor.personId } as const
  await appendChanges(tx, [{ ...entry, command: 'CREATE', content: { name, trackCode } }])
  return { id }
}

/** Changes groups, with their history. Called with one at a time. */
export async function saveChanges(
  tx: Tx,
  changes: readonly (Loaded & GroupStep)[],
  context: GraphContext,
): Promise<void> {
  for (const change of changes) {
    const { columns, content } = await write(tx, change, context)
    const { id } = change.row
    await tx.supervisionGroup.update({ where: { id }, data: { ...columns, version: { increment: 1 } } })
    const by = { at: context.now, byId: context.actor.personId }
    const entry = { subjectKind: 'GROUP', subjectId: id, command: change.command.name, content } as const
    await appendChanges(tx, [{ ...entry, ...by }])
  }
}

interface Written {
  /** For the history. */
  readonly content: Prisma.InputJsonObject
  readonly columns?: Prisma.SupervisionGroupUncheckedUpdateInput
}

async function write(
  tx: Tx,
  { row: { id: groupId }, command, situation: { today } }: Loaded & GroupStep,
  context: GraphContext,
): Promise<Written> {
  switch (command.name) {
    case 'RENAME':
      return { columns: { name: command.to }, content: { name: command.to } }
    case 'CLOSE':
      return { columns: { closedOn: dateColumn(today) }, content: { closedOn: today } }
    case 'ADD_MEMBER': {
      const { traineeId, joinsOn } = command
      await tx.groupMember.create({ data: { groupId, traineeId, joinedOn: dateColumn(joinsOn) } })
      return { content: { traineeId, joinsOn } }
    }
    case 'REMOVE_MEMBER': {
      const { traineeId, leavesOn } = command
      const where = { groupId, traineeId, ...lastingTo(dateColumn(today)) }
      await tx.groupMember.updateMany({ where, data: { leftOn: dateColumn(leavesOn) } })
      return { content: { traineeId, leavesOn } }
    }
    case 'RECORD_MEETING':
      return { content: await recordMeeting(tx, { groupId, meeting: command.meeting }, context) }
    case 'CORRECT_MEETING':
      return { content: await correctMeeting(tx, command, context) }
  }
}
