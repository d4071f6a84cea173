import { osloDay } from '@kompetanse/directory/day'
import type { RelationKind } from '../domain/codes.ts'
import { isOver, mayEnd } from '../domain/relation.ts'
import { asId } from '../outcome.ts'
import { batched } from '../persistence/batch.ts'
import { toRelation, toTraineeFacts, traineeFactsSelect } from '../persistence/rows.ts'
import { askerFor, visibleTrainees } from '../persistence/visibility.ts'
import { database } from '../database.ts'
import { builder, RelationKindEnum } from './builder.ts'

const TrainingRelationCommand = builder.enumType('TrainingRelationCommand', { values: ['END'] as const })

export const TrainingRelation = builder.prismaObject('TrainingRelation', {
  description: 'One leader and one mentor at a time, any number of supervisors. Ended, never deleted.',
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.field({ type: RelationKindEnum, resolve: ({ kind }) => kind as RelationKind }),
    trainee: t.relation('trainee'),
    person: t.relation('person'),
    registeredBy: t.relation('registeredBy'),
    validFrom: t.expose('validFrom', { type: 'Date' }),
    validTo: t.expose('validTo', {
      type: 'Date',
      nullable: true,
      description: 'The last day; null while it runs.',
    }),
    version: t.exposeInt('version'),
    availableCommands: t.field({
      type: [TrainingRelationCommand],
      select: (_args, { now }) => ({ trainee: { select: traineeFactsSelect(now) } }),
      resolve: async (row, _args, context) => {
        const relation = toRelation(row)
        const may = mayEnd(relation, await askerFor(context), toTraineeFacts(row.trainee))
        return may && !isOver(relation, osloDay(context.now)) ? ['END' as const] : []
      },
    }),
  }),
})

const visible = batched(async (context, keys) => {
  const where = { id: { in: keys.map(asId) }, trainee: await visibleTrainees(context) }
  return new Map((await database.trainingRelation.findMany({ where })).map((row) => [row.id, row]))
})

builder.asEntity(TrainingRelation, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context) => visible(context, asId(id)),
})
