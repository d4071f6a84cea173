import { today } from '@kompetanse/calendar/day'
import { batchedById } from '@kompetanse/graph'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import type { Person } from '../../generated/db/client.ts'
import { followedTrainee } from '../visibility.ts'

/** A person with a training record; its id is the person's. */
export const Trainee = builder.prismaObject('Person', {
  variant: 'Trainee',
  fields: (t) => ({
    id: t.exposeID('id'),
    displayName: t.exposeString('displayName', { shareable: true }),
  }),
})

/** Trainees whose supervision the actor may follow, all that one request asks for in one statement. */
export const followedTrainees = batchedById<'Person', Person>(async (ids, { actor, now }) => {
  const where = { id: { in: ids }, isTrainee: true, AND: followedTrainee(actor, today(now)) }
  const found = await database.person.findMany({ where })
  return new Map(found.map((person) => [person.id, person]))
})

builder.asEntity(Trainee, {
  key: builder.selection<{ id: string }>('id'),
  // Not visible is null, as not existing is; the fields of other subgraphs decide for themselves.
  resolveReference: async ({ id }, context) => (await followedTrainees(id, context)) as Person,
})
