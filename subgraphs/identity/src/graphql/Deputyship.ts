import { dayOf, osloDay } from '@kompetanse/directory/day'
import { mayEndDeputyship } from '../domain/deputyship.ts'
import { asId } from '../outcome.ts'
import { batched } from '../persistence/batch.ts'
import { placeSelect, toDeputyship, toPlace } from '../persistence/rows.ts'
import { askerFor, visibleDeputyships } from '../persistence/visibility.ts'
import { database } from '../database.ts'
import { builder } from './builder.ts'

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
    version: t.exposeInt('version'),
    availableCommands: t.field({
      type: [DeputyshipCommand],
      select: { unit: { select: placeSelect } },
      resolve: async (row, _args, context) => {
        const may = mayEndDeputyship(toDeputyship(row), await askerFor(context), toPlace(row.unit))
        return may && dayOf(row.validTo) >= osloDay(context.now) ? ['END' as const] : []
      },
    }),
  }),
})

const visible = batched(async (context, keys) => {
  const where = { AND: [{ id: { in: keys.map(asId) } }, visibleDeputyships(context)] }
  return new Map((await database.deputyship.findMany({ where })).map((row) => [row.id, row]))
})

builder.asEntity(Deputyship, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context) => visible(context, asId(id)),
})
