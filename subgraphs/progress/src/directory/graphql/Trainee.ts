import { visibleTrainee } from '@kompetanse/directory'
import { today } from '@kompetanse/calendar/day'
import { batchedById, plain } from '@kompetanse/graph'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import type { Person } from '../../generated/db/client.ts'
import { Track } from './Track.ts'
import { Unit } from './Unit.ts'

/** A person with a training record; its id is the person's. */
export const Trainee = builder.prismaObject('Person', {
  variant: 'Trainee',
  select: {
    ...{ id: true, displayName: true, position: true },
    ...{ trackCode: true, trackName: true, unitId: true, unitName: true },
  },
  fields: (t) => ({
    id: t.id(plain('id')),
    displayName: t.string({ ...plain('displayName'), shareable: true }),
    position: t.string({
      shareable: true,
      resolve: ({ position }) => position ?? '',
    }),
    track: t.field({
      type: Track,
      shareable: true,
      resolve: ({ trackCode, trackName }) => ({ code: trackCode ?? '', name: trackName ?? '' }),
    }),
    unit: t.field({
      type: Unit,
      shareable: true,
      resolve: ({ unitId, unitName }) => ({ id: unitId ?? '', name: unitName ?? '' }),
    }),
  }),
})

/** Trainees that the actor may see, all that one request asks for in one statement. */
export const visibleTrainees = batchedById<'Person', Person>(async (ids, { actor, now }) => {
  const where = { id: { in: ids }, isTrainee: true, ...visibleTrainee(actor, today(now)) }
  const found = await database.person.findMany({ where })
  return new Map(found.map((person) => [person.id, person]))
})

builder.asEntity(Trainee, {
  key: builder.selection<{ id: string }>('id'),
  // Not visible is null, as not existing is; the fields of other subgraphs decide for themselves.
  resolveReference: async ({ id }, context) => (await visibleTrainees(id, context)) as Person,
})
