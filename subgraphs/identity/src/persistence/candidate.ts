import type { Candidate } from '@kompetanse/directory/choosing'
import type { Tx } from '../database.ts'
import type { Prisma } from '../generated/db/client.ts'
import { asId } from '../outcome.ts'

/**
 * A person whom a command names: null when the asker, who has this reach, could not have found the person. Every
 * command that takes a person asks here, so none takes whom the search leaves out.
 */
export async function findCandidate(
  tx: Tx,
  id: string,
  reachable: Prisma.PersonWhereInput,
): Promise<Candidate | null> {
  const row = await tx.person.findFirst({
    where: { AND: [{ id: asId(id) }, reachable] },
    select: { id: true, active: true, trainee: { select: { id: true } } },
  })
  return row && { id: row.id, active: row.active, isTrainee: row.trainee !== null }
}
