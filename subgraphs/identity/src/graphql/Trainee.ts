import { isCode, pageOf } from '@kompetanse/graph'
import { RELATION_KINDS, type TrainingPart } from '../domain/codes.ts'
import { mayRegister } from '../domain/relation.ts'
import { asId } from '../outcome.ts'
import { batched } from '../persistence/batch.ts'
import { toTraineeFacts, traineeFactsSelect } from '../persistence/rows.ts'
import { askerFor, inForce, visibleTrainees } from '../persistence/visibility.ts'
import { database } from '../database.ts'
import { builder, forRegions, TrainingPartEnum } from './builder.ts'
import { TrainingRelation } from './TrainingRelation.ts'

export const Track = builder.prismaObject('Track', {
  description: 'LIS1, ALM, SAM, ARB and one per hospital speciality.',
  fields: (t) => ({
    code: t.exposeString('code', forRegions),
    name: t.exposeString('name', { shareable: true, ...forRegions }),
  }),
})

const COMMANDS = {
  LEADER: 'REGISTER_LEADER',
  MENTOR: 'REGISTER_MENTOR',
  SUPERVISOR: 'REGISTER_SUPERVISOR',
} as const
const TraineeCommand = builder.enumType('TraineeCommand', { values: Object.values(COMMANDS) })

/** The trainees among these that the asker may see, and what permissions need of them: one query for a list. */
const facts = batched(async (context, keys) => {
  const rows = await database.trainee.findMany({
    where: { id: { in: [...keys] } },
    select: traineeFactsSelect(context.now),
  })
  return new Map(rows.map((row) => [row.id, toTraineeFacts(row)]))
})

export const Trainee = builder.prismaObject('Trainee', {
  description: "A person's training: one per person, whatever tracks it passes through.",
  fields: (t) => {
    const today = (kind: 'LEADER' | 'MENTOR') =>
      t.field({
        type: TrainingRelation,
        nullable: true,
        select: (_args, { now }, nested) => ({
          relations: nested({ where: { AND: [inForce(now), { kind }] }, take: 1 }),
        }),
        resolve: ({ relations }) => relations[0],
      })
    return {
      id: t.exposeID('id'),
      displayName: t.string({
        shareable: true,
        select: { person: { select: { givenName: true, familyName: true } } },
        resolve: ({ person }) => `${person.givenName} ${person.familyName}`,
      }),
      position: t.exposeString('position', { shareable: true }),
      person: t.relation('person'),
      part: t.field({ type: TrainingPartEnum, resolve: ({ part }) => part as TrainingPart }),
      track: t.relation('track', {
        shareable: true,
        description: 'Decides the plans and which portal owns them.',
      }),
      unit: t.relation('unit', { shareable: true }),
      fte: t.exposeFloat('fte'),
      trainingStartedOn: t.expose('trainingStartedOn', { type: 'Date' }),
      leader: today('LEADER'),
      mentor: today('MENTOR'),
      supervisors: t.relatedConnection(
        'relations',
        {
          cursor: 'id',
          totalCount: true,
          ...pageOf(20),
          query: (_args, { now }) => ({
            where: { AND: [inForce(now), { kind: 'SUPERVISOR' }] },
            orderBy: [{ validFrom: 'asc' }, { id: 'asc' }],
          }),
        },
        { name: 'TrainingRelationConnection' },
        { name: 'TrainingRelationEdge' },
      ),
      version: t.exposeInt('version'),
      availableCommands: t.field({
        type: [TraineeCommand],
        resolve: async ({ id }, _args, context) => {
          const [asker, trainee] = await Promise.all([askerFor(context), facts(context, id)])
          const may = RELATION_KINDS.filter((kind) => trainee && mayRegister(kind, asker, trainee))
          return may.map((kind) => COMMANDS[kind])
        },
      }),
    }
  },
})

/** Null for a trainee whom the asker does not see. */
export const visibleTrainee = batched(async (context, keys) => {
  const where = { AND: [{ id: { in: keys.map(asId) } }, await visibleTrainees(context)] }
  return new Map((await database.trainee.findMany({ where })).map((row) => [row.id, row]))
})

const tracks = batched(async (_context, keys) => {
  const rows = await database.track.findMany({ where: { code: { in: keys.filter(isCode) } } })
  return new Map(rows.map((row) => [row.code, row]))
})

builder.asEntity(Trainee, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context) => visibleTrainee(context, asId(id)),
})
builder.asEntity(Track, {
  key: builder.selection<{ code: string }>('code'),
  resolveReference: ({ code }, context) => tracks(context, code),
})

builder.queryField('trainee', (t) =>
  t.prismaField({
    type: Trainee,
    nullable: true,
    description: "The trainee's page: personal details, relations, and what the other subgraphs add.",
    args: { id: t.arg.id({ required: true }) },
    resolve: async (query, _root, { id }, context) =>
      database.trainee.findFirst({
        ...query,
        where: { AND: [{ id: asId(id) }, await visibleTrainees(context)] },
      }),
  }),
)
