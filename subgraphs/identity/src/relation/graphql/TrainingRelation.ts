import { osloDay } from '@kompetanse/calendar/day'
import { references } from '@kompetanse/graph'
import { RELATION_KINDS, type RelationKind } from '@kompetanse/schema/roles'
import { authorityFor } from '../../authority/persistence/authority.ts'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { toTraineeFacts, traineeFactsSelect } from '../../trainee/persistence/facts.ts'
import { visibleTrainees } from '../../trainee/persistence/visible.ts'
import { RELATION_COMMANDS, availableCommands } from '../domain/relation.ts'
import { toRelation } from '../persistence/load.ts'

export const RelationKindEnum = builder.enumType('RelationKind', {
  description: 'What one person is to a trainee.',
  values: RELATION_KINDS,
})

const TrainingRelationCommand = builder.enumType('TrainingRelationCommand', {
  description: 'What can be done with a relation.',
  values: RELATION_COMMANDS,
})

export const TrainingRelation = builder.prismaObject('TrainingRelation', {
  description: 'One leader and one mentor at a time, any number of supervisors. Ended, never deleted.',
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.field({ type: RelationKindEnum, resolve: ({ kind }) => kind as RelationKind }),
    trainee: t.relation('trainee'),
    person: t.relation('person'),
    registeredBy: t.relation('registeredBy'),
    startsOn: t.expose('validFrom', { type: 'Date' }),
    endsOn: t.expose('validTo', {
      type: 'Date',
      nullable: true,
      description: 'The last day; null while it runs.',
    }),
    cancelledAt: t.expose('cancelledAt', {
      type: 'DateTime',
      nullable: true,
      description:
        'When it was ended on its first day or before, or replaced from that day: it counts on no day from then on, and what was done by it before stands. Null else.',
    }),
    version: t.exposeInt('version'),
    availableCommands: t.field({
      type: [TrainingRelationCommand],
      select: (_args, { now }) => ({ trainee: { select: traineeFactsSelect(now) } }),
      resolve: async (row, _args, context) => {
        const authority = await authorityFor(context)
        const situation = { authority, trainee: toTraineeFacts(row.trainee), today: osloDay(context.now) }
        return [...availableCommands(toRelation(row), situation)]
      },
    }),
  }),
})

const findRelation = references('TrainingRelation', 'id', async (ids, { query, context }) => {
  const where = { id: { in: ids }, trainee: await visibleTrainees(context) }
  return database.trainingRelation.findMany({ ...query, where })
})

builder.asEntity(TrainingRelation, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => findRelation(id, context, info),
})
