import { today } from '@kompetanse/calendar/day'
import { batchedById } from '@kompetanse/graph'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import type { Person } from '../../generated/db/client.ts'
import { servingTrainee } from '../visibility.ts'
import { Track } from './Track.ts'

/** A person with a training record; its id is the person's. */
export const Trainee = builder.prismaObject('Person', {
  variant: 'Trainee',
  fields: (t) => ({
    id: t.exposeID('id'),
    displayName: t.exposeString('displayName', { shareable: true }),
    track: t.field({
      type: Track,
      shareable: true,
      resolve: ({ trackCode, trackName }) => ({ code: trackCode ?? '', name: trackName ?? '' }),
    }),
    servesPart1: t.boolean({
      nullable: true,
      description: 'Whether the requirements of part 1 (LIS1) are those that come first for the trainee.',
      resolve: ({ part }) => part === 'PART_1',
    }),
  }),
})

/** Trainees whose service time the actor may see, all that one request asks for in one statement. */
export const visibleTrainees = batchedById<'Person', Person>(async (ids, { actor, now }) => {
  const where = { id: { in: ids }, isTrainee: true, ...servingTrainee(actor, today(now)) }
  const found = await database.person.findMany({ where })
  return new Map(found.map((person) => [person.id, person]))
})

builder.asEntity(Trainee, {
  key: builder.selection<{ id: string }>('id'),
  // Not visible is null, as not existing is; the fields of other subgraphs decide for themselves.
  resolveReference: async ({ id }, context) => (await visibleTrainees(id, context)) as Person,
})
