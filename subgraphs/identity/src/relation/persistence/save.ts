import type { GraphContext } from '@kompetanse/graph'
import { dateColumn } from '@kompetanse/directory/day'
import type { Tx } from '../../database.ts'
import type { Prisma } from '../../generated/db/client.ts'
import type { Cause } from '../../history/persistence/history.ts'
import type { Ended } from '../domain/relation.ts'
import type { Loaded } from './load.ts'
import { recordRelation } from './record.ts'

/** Ends relations, with history and events. The rows stay: what was signed under them stays signed. One at a time is ended. */
export async function saveChanges(
  tx: Tx,
  changes: readonly (Loaded & Ended)[],
  { actor, now }: GraphContext,
): Promise<void> {
  for (const { row, lastDay } of changes) {
    await endRelation(tx, { id: row.id, lastDay }, { command: 'END', byId: actor.personId, at: now })
    await touchTrainee(tx, row.traineeId)
  }
}

/** A new relation, in the place of the one that it ends. */
export async function insertRelation(
  tx: Tx,
  data: Prisma.TrainingRelationUncheckedCreateInput,
  { ends, cause }: { readonly ends: (Ended & { readonly id: string }) | null; readonly cause: Cause },
) {
  if (ends) await endRelation(tx, ends, { ...cause, command: 'REPLACE' })
  const created = await tx.trainingRelation.create({ data })
  await touchTrainee(tx, created.traineeId)
  await recordRelation(tx, created, cause)
  return created
}

async function endRelation(tx: Tx, { id, lastDay }: Ended & { readonly id: string }, cause: Cause) {
  const data = { validTo: dateColumn(lastDay), version: { increment: 1 } }
  await recordRelation(tx, await tx.trainingRelation.update({ where: { id }, data }), cause)
}

const touchTrainee = (tx: Tx, id: string) =>
  tx.trainee.update({ where: { id }, data: { version: { increment: 1 } }, select: { id: true } })
