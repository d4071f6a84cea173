import type { GraphContext } from '@kompetanse/graph'
import type { Tx } from '../../database.ts'
import type { Prisma } from '../../generated/db/client.ts'

export interface Change {
  /** The code of a track, the id of an activity or of a proposal. */
  readonly subject: string
  readonly command: string
  /** What the command gave. */
  readonly content: Prisma.InputJsonObject
}

/** Writes down who changed what, in the transaction that changed it. */
export const appendChange = (tx: Tx, change: Change, { actor, now }: GraphContext) =>
  tx.changeHistory.create({ data: { ...change, byId: actor.personId, at: now }, select: { id: true } })
