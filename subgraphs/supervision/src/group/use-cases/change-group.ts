import { dayOf, osloDay, today } from '@kompetanse/directory/day'
import { isId, type GraphContext } from '@kompetanse/graph'
import { database, type Tx } from '../../database.ts'
import type { Prisma } from '../../generated/db/client.ts'
import { appendChanges } from '../../history/append.ts'
import { refuseGroup, type Group, type GroupCommandName, type GroupRefusal } from '../domain/group.ts'
import { visibleGroup } from '../persistence/visible-group.ts'
import { refused, type GroupOutcome } from './outcome.ts'

export type GroupRow = Prisma.SupervisionGroupGetPayload<{ include: { members: true; mentor: true } }>

export interface Changing {
  readonly tx: Tx
  readonly row: GroupRow
  readonly group: Group
  readonly context: GraphContext
  /** The calendar day in Oslo. */
  readonly today: string
}

/** What a change wrote, for the history; or why it was refused. */
export type Changed =
  | {
      readonly content: Prisma.InputJsonObject
      readonly columns?: Prisma.SupervisionGroupUncheckedUpdateInput
    }
  | { readonly code: GroupRefusal }

export interface GroupChange {
  readonly groupId: string
  readonly expectedVersion: number
  readonly command: GroupCommandName
  readonly change: (changing: Changing) => Promise<Changed>
}

/** Changes a group as who leads it, in one transaction: visible → stale? → permitted → changed → written down. */
export function changeGroup(
  { groupId: id, expectedVersion, command, change }: GroupChange,
  context: GraphContext,
): Promise<GroupOutcome> {
  const { actor, now } = context
  return database.$transaction(async (tx): Promise<GroupOutcome> => {
    if (!isId(id)) return { kind: 'not-found', id }
    await tx.$queryRaw`SELECT id FROM supervision_group WHERE id = ${id}::uuid FOR UPDATE`
    const where = { id, AND: visibleGroup(actor, today(now)) }
    const row = await tx.supervisionGroup.findFirst({ where, include: { members: true, mentor: true } })
    if (!row) return { kind: 'not-found', id }
    const currentVersion = row.version
    if (currentVersion !== expectedVersion) return { kind: 'stale', expectedVersion, currentVersion }
    const group = toGroup(row)
    const code = refuseGroup(group, actor.personId)
    if (code) return refused(code)
    const changed = await change({ tx, row, group, context, today: osloDay(now) })
    if ('code' in changed) return refused(changed.code)
    const data = { ...changed.columns, version: currentVersion + 1 }
    await tx.supervisionGroup.update({ where: { id }, data })
    const entry = { subjectKind: 'GROUP', subjectId: row.id, at: now, byId: actor.personId } as const
    await appendChanges(tx, [{ ...entry, command, content: changed.content }])
    return { kind: 'done', id: row.id }
  })
}

const toGroup = ({ mentorId, closedOn, members }: GroupRow): Group => ({
  leaderId: mentorId,
  closedOn: closedOn && dayOf(closedOn),
  members: members.map(({ traineeId, joinedOn, leftOn }) => ({
    traineeId,
    joinedOn: dayOf(joinedOn),
    leftOn: leftOn && dayOf(leftOn),
  })),
})
