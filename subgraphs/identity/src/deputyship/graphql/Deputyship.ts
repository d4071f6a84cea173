import { osloDay } from '@kompetanse/directory/day'
import { isOver } from '@kompetanse/directory/ending'
import { references } from '@kompetanse/graph'
import { askerFor } from '../../asker/persistence/asker.ts'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { placeSelect, toPlace } from '../../organisation/persistence/places.ts'
import { mayEndDeputyship } from '../domain/deputyship.ts'
import { toDeputyship } from '../persistence/load.ts'
import { visibleDeputyships } from '../persistence/visible.ts'

const DeputyshipCommand = builder.enumType('DeputyshipCommand', { values: ['END'] as const })

export const Deputyship = builder.prismaObject('Deputyship', {
  description: "The deputy has the leader's rights for the period.",
  fields: (t) => ({
    id: t.exposeID('id'),
    leader: t.relation('leader'),
    deputy: t.relation('deputy'),
    unit: t.relation('unit'),
    validFrom: t.expose('validFrom', { type: 'Date' }),
    validTo: t.expose('validTo', { type: 'Date' }),
    cancelledAt: t.expose('cancelledAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was ended before it had counted on any day: it counts on none. Null else.',
    }),
    version: t.exposeInt('version'),
    availableCommands: t.field({
      type: [DeputyshipCommand],
      select: { unit: { select: placeSelect } },
      resolve: async (row, _args, context) => {
        const deputyship = toDeputyship(row)
        const may = mayEndDeputyship(deputyship, await askerFor(context), toPlace(row.unit))
        return may && !isOver(deputyship, osloDay(context.now)) ? ['END' as const] : []
      },
    }),
  }),
})

const findDeputyship = references('Deputyship', 'id', (ids, { query, context }) => {
  const where = { AND: [{ id: { in: ids } }, visibleDeputyships(context)] }
  return database.deputyship.findMany({ ...query, where })
})

builder.asEntity(Deputyship, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => findDeputyship(id, context, info),
})
