import { batched } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { database } from '../database.ts'
import type { Person } from '../generated/db/client.ts'

/** Directory cards by id; one look-up for all of a request. Whose card it is has been seen to by who asks. */
export const personOf = batched<Id<'Person'>, Person>(async (ids) => {
  const found = await database.person.findMany({ where: { id: { in: ids } } })
  return new Map(found.map((person) => [person.id, person]))
})
