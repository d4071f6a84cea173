import type { Id } from '@kompetanse/schema/ids'
import type { Tx } from '../../database.ts'
import type { Prisma } from '../../generated/db/client.ts'

/** By whom, when and by which command. `byId` is null when the system itself did it. */
export interface Cause {
  readonly command: string
  readonly byId: Id<'Person'> | null
  readonly at: Date
}

interface Changed {
  readonly aggregate: string
  readonly id: string
  readonly version: number
  readonly state: Prisma.InputJsonObject
}

/** Writes down who changed what, in the transaction that changed it. */
export const writeHistory = (tx: Tx, cause: Cause, { aggregate, id, version, state }: Changed) =>
  tx.history.create({ data: { ...cause, aggregate, aggregateId: id, version, state } })
