import { osloDay } from '@kompetanse/calendar/day'
import { references } from '@kompetanse/graph'
import { authorityFor } from '../../authority/persistence/authority.ts'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { placeSelect, toPlace } from '../../organisation/persistence/places.ts'
import { DEPUTYSHIP_COMMANDS, availableCommands } from '../domain/deputyship.ts'
import { toDeputyship } from '../persistence/load.ts'
import { visibleDeputyships } from '../persistence/visible.ts'

const DeputyshipCommand = builder.enumType('DeputyshipCommand', {
  description: 'What can be done with a deputyship.',
  values: DEPUTYSHIP_COMMANDS,
})

export const Deputyship = builder.prismaObject('Deputyship', {
  description: "The deputy has the leader's rights for the period.",
  fields: (t) => ({
    id: t.exposeID('id'),
    leader: t.relation('leader'),
    deputy: t.relation('deputy'),
    unit: t.relation('unit'),
    startsOn: t.expose('validFrom', { type: 'Date' }),
    endsOn: t.expose('validTo', { type: 'Date', description: 'The last day.' }),
    cancelledAt: t.expose('cancelledAt', {
      type: 'DateTime',
      nullable: true,
      description:
        'When it was ended on its first day or before: it counts on no day from then on, and what was done by it on that day stands. Null else.',
    }),
    version: t.exposeInt('version'),
    availableCommands: t.field({
      type: [DeputyshipCommand],
      select: { unit: { select: placeSelect } },
      resolve: async (row, _args, context) => {
        const authority = await authorityFor(context)
        const situation = { authority, place: toPlace(row.unit), today: osloDay(context.now) }
        return [...availableCommands(toDeputyship(row), situation)]
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
