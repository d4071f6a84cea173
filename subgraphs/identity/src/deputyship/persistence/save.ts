import { dateColumn } from '@kompetanse/directory/day'
import type { GraphContext } from '@kompetanse/graph'
import type { Tx } from '../../database.ts'
import type { Ended } from '../domain/deputyship.ts'
import type { Loaded } from './load.ts'
import { recordDeputyship } from './record.ts'

/** Ends deputyships before their time, with history and events. One at a time is ended. */
export async function saveChanges(
  tx: Tx,
  changes: readonly (Loaded & Ended)[],
  { actor, now }: GraphContext,
): Promise<void> {
  for (const { row, lastDay } of changes) {
    const data = { validTo: dateColumn(lastDay), version: { increment: 1 } }
    const ended = await tx.deputyship.update({ where: { id: row.id }, data })
    await recordDeputyship(tx, ended, { command: 'END', byId: actor.personId, at: now })
  }
}
