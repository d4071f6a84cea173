import { references } from '@kompetanse/graph'
import { builder, TrainingPart } from '../../builder.ts'
import { database } from '../../database.ts'
import { availableCommands, TRACK_COMMANDS } from '../domain/decide.ts'

const PortalKind = builder.enumType('PortalKind', {
  description: 'Which portal keeps a track: the Directorate’s or the regions’ (F032).',
  values: ['DIRECTORATE', 'REGIONAL'] as const,
})
const TrackCommand = builder.enumType('TrackCommand', {
  description: 'What can be done with a track.',
  values: TRACK_COMMANDS,
})

export const Speciality = builder.prismaObject('Speciality', {
  description: 'A medical speciality, with the tracks that lead to it.',
  fields: (t) => ({
    code: t.exposeString('code'),
    name: t.exposeString('name'),
    tracks: t.relation('tracks'),
  }),
})

const findSpeciality = references('Speciality', 'code', (codes, { query }) =>
  database.speciality.findMany({ ...query, where: { code: { in: codes } } }),
)

builder.asEntity(Speciality, {
  key: builder.selection<{ code: string }>('code'),
  resolveReference: ({ code }, context, info) => findSpeciality(code, context, info),
})

export const Track = builder.prismaObject('Track', {
  description: 'LIS1, ALM, SAM, ARB and one per hospital speciality.',
  fields: (t) => ({
    code: t.exposeString('code'),
    name: t.exposeString('name', { shareable: true }),
    part: t.expose('part', { type: TrainingPart }),
    speciality: t.relation('speciality', {
      nullable: true,
      description: 'Null of a track that leads to none by itself, as part 1.',
    }),
    owningPortal: t.expose('owningPortal', { type: PortalKind }),
    planTemplates: t.prismaField({
      type: ['PlanTemplate'],
      description: 'What a trainee of the track gets.',
      select: (_args, _context, nested) => ({
        plans: { select: { template: nested(true) }, orderBy: { position: 'asc' as const } },
      }),
      resolve: (_query, track) => track.plans.map((plan) => plan.template),
    }),
    assignsPlansAutomatically: t.exposeBoolean('assignsPlansAutomatically', {
      description:
        'What the Directorate has set for the track: that its plans are to be given on enrolment. So far none are given by it: who leads a trainee assigns them, by assignTrackPlans.',
    }),
    version: t.exposeInt('version'),
    availableCommands: t.field({
      type: [TrackCommand],
      resolve: (_track, _args, { actor }) => [...availableCommands(actor)],
    }),
  }),
})

const findTrack = references('Track', 'code', (codes, { query }) =>
  database.track.findMany({ ...query, where: { code: { in: codes } } }),
)

builder.asEntity(Track, {
  key: builder.selection<{ code: string }>('code'),
  resolveReference: ({ code }, context, info) => findTrack(code, context, info),
})
