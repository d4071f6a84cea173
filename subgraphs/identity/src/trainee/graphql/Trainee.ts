import { references } from '@kompetanse/graph'
import { builder, forRegions } from '../../builder.ts'
import { database } from '../../database.ts'
import { TRAINING_PARTS, type TrainingPart as Part } from '../domain/trainee.ts'
import { visibleTrainees } from '../persistence/visible.ts'

const TrainingPart = builder.enumType('TrainingPart', {
  description: 'The part of the training: 1 (LIS1), 2 or 3 (§ 2).',
  values: TRAINING_PARTS,
})

const Track = builder.prismaObject('Track', {
  description: 'LIS1, ALM, SAM, ARB and one per hospital speciality.',
  fields: (t) => ({
    code: t.exposeString('code', forRegions),
    name: t.exposeString('name', { shareable: true, ...forRegions }),
  }),
})

export const Trainee = builder.prismaObject('Trainee', {
  description: "A person's training: one per person, whatever tracks it passes through.",
  fields: (t) => ({
    id: t.exposeID('id'),
    displayName: t.string({
      shareable: true,
      select: { person: { select: { givenName: true, familyName: true } } },
      resolve: ({ person }) => `${person.givenName} ${person.familyName}`,
    }),
    position: t.exposeString('position', { shareable: true }),
    person: t.relation('person'),
    part: t.field({ type: TrainingPart, resolve: ({ part }) => part as Part }),
    track: t.relation('track', {
      shareable: true,
      description: 'Decides the plans and which portal owns them.',
    }),
    unit: t.relation('unit', { shareable: true }),
    fte: t.exposeFloat('fte', { description: 'The part of a full position; 1 is full time.' }),
    trainingStartedOn: t.expose('trainingStartedOn', {
      type: 'Date',
      description: 'The first day of the training.',
    }),
    version: t.exposeInt('version'),
  }),
})

const findTrainee = references('Trainee', 'id', async (ids, { query, context }) => {
  const where = { AND: [{ id: { in: ids } }, await visibleTrainees(context)] }
  return database.trainee.findMany({ ...query, where })
})
const findTrack = references('Track', 'code', (codes, { query }) =>
  database.track.findMany({ ...query, where: { code: { in: codes } } }),
)

builder.asEntity(Trainee, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => findTrainee(id, context, info),
})
builder.asEntity(Track, {
  key: builder.selection<{ code: string }>('code'),
  resolveReference: ({ code }, context, info) => findTrack(code, context, info),
})

builder.queryField('trainee', (t) =>
  t.prismaField({
    type: Trainee,
    nullable: true,
    description: "The trainee's page: personal details, relations, and what the other subgraphs add (F075).",
    args: {
      id: t.arg.idOf('Person', { required: true, description: 'Of the trainee, which is the person’s.' }),
    },
    resolve: async (query, _root, { id }, context) =>
      database.trainee.findFirst({
        ...query,
        where: { AND: [{ id: id }, await visibleTrainees(context)] },
      }),
  }),
)
