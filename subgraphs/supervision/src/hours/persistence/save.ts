import { dateColumn, dayOf } from '@kompetanse/calendar/day'
import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import type { Tx } from '../../database.ts'
import { appendChanges } from '../../history/persistence/append.ts'
import { minutesOf, type EntryCommand, type EntryStep, type RecordedHours } from '../domain/entry.ts'
import type { Loaded } from './load.ts'

/** The columns of supervision that may be recorded. */
const columnsOf = ({ on, hours, note }: RecordedHours) => ({
  on: dateColumn(on),
  minutes: minutesOf(hours) ?? 0,
  note,
})

/** A new entry by the actor, with its history. */
export async function insertEntry(
  tx: Tx,
  { traineeId, said }: { readonly traineeId: Id<'Person'>; readonly said: RecordedHours },
  { actor, now }: GraphContext,
): Promise<{ readonly id: Id<'SupervisionHoursEntry'> }> {
  const columns = columnsOf(said)
  const recorded = { kind: 'OTHER_GUIDANCE', recordedById: actor.personId, recordedAt: now } as const
  const { id } = await tx.supervisionHoursEntry.create({ data: { traineeId, ...columns, ...recorded } })
  const entry = { subjectKind: 'GUIDANCE', subjectId: id, at: now, byId: actor.personId } as const
  const content = { on: said.on, minutes: columns.minutes, note: said.note }
  await appendChanges(tx, [{ ...entry, command: 'RECORD', content }])
  return { id }
}

/** Corrects entries or takes them away, with their history. Called with one at a time. */
export async function saveChanges(
  tx: Tx,
  changes: readonly (Loaded & EntryStep)[],
  { actor, now }: GraphContext,
): Promise<void> {
  for (const { row, command } of changes) {
    const data = { ...changedBy(command, now), version: { increment: 1 } }
    const { on, minutes, note } = await tx.supervisionHoursEntry.update({ where: { id: row.id }, data })
    const entry = { subjectKind: 'GUIDANCE', subjectId: row.id, at: now, byId: actor.personId } as const
    const content = { on: dayOf(on), minutes, note, reason: command.reason }
    await appendChanges(tx, [{ ...entry, command: command.name, content }])
  }
}

const changedBy = (command: EntryCommand, now: Date) =>
  command.name === 'CORRECT' ? columnsOf(command.to) : { removedAt: now }
