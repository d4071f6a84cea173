import type { Id } from '@kompetanse/schema/ids'
import type { Tx } from '../../database.ts'
import type { HistorySubject, Prisma } from '../../generated/db/client.ts'

export interface Entry {
  readonly subjectKind: HistorySubject
  readonly subjectId: string
  readonly at: Date
  readonly byId: Id<'Person'>
  readonly command: string
  /** What the subject was after it. */
  readonly content: Prisma.InputJsonObject
}

/** Writes down who changed what, in the transaction that changed it. */
export async function appendChanges(tx: Tx, entries: readonly Entry[]): Promise<void> {
  if (entries.length > 0) await tx.changeHistory.createMany({ data: [...entries] })
}
