import { dayOf, osloDay, today } from '@kompetanse/calendar/day'
import { byPlace, offsetPage, pageOf } from '@kompetanse/graph'
import { GraphQLError } from 'graphql'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { followedTrainees, Trainee } from '../../directory/graphql/Trainee.ts'
import { followedTrainee } from '../../directory/visibility.ts'
import type { Gap } from '../domain/gaps.ts'
import { gapsOf } from '../persistence/gaps.ts'
import { SupervisionHours, HoursConnection } from './SupervisionHours.ts'

const FIRST_YEAR = 2000
const LAST_YEAR = 2100
const MOST_YEARS = 20

function asYear(year: number): number {
  if (Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR) return year
  throw new GraphQLError('not a year', { extensions: { code: 'BAD_USER_INPUT' } })
}

const SupervisionGap = builder.objectRef<Gap>('SupervisionGap').implement({
  description: 'Days without a finalised conversation, more of them than are regular.',
  fields: (t) => ({
    startsOn: t.expose('from', { type: 'Date' }),
    endsOn: t.expose('to', { type: 'Date', description: 'The last day.' }),
    days: t.exposeInt('days', { description: 'How many days.' }),
  }),
})

builder.prismaObjectFields(Trainee, (t) => ({
  supervisionHours: t.field({
    type: SupervisionHours,
    nullable: true,
    description: 'Hours of one year; null to who does not follow the guidance.',
    args: {
      year: t.arg.int({
        required: true,
        description: 'A calendar year from 2000 to 2100; BAD_USER_INPUT of another.',
      }),
    },
    resolve: async ({ id }, { year }, context) => {
      const trainee = await followedTrainees(id, context)
      return trainee ? { trainee, year: asYear(year) } : null
    },
  }),
  supervisionYears: t.field({
    costs: 100,
    type: [SupervisionHours],
    nullable: { list: true, items: false },
    description: 'Every year from the first of training up to this one; newest first.',
    resolve: async ({ id }, _args, context) => {
      const trainee = await followedTrainees(id, context)
      if (!trainee) return null
      const thisYear = Number(osloDay(context.now).slice(0, 4))
      const first = trainee.trainingStartedOn?.getUTCFullYear() ?? thisYear
      const years = Math.min(Math.max(thisYear - first + 1, 1), MOST_YEARS)
      return Array.from({ length: years }, (_, at) => ({ trainee, year: thisYear - at }))
    },
  }),
  supervisionGaps: t.field({
    type: [SupervisionGap],
    nullable: { list: true, items: false },
    description:
      'Periods without supervision within these days, to be offered where service time is registered.',
    args: {
      startsOn: t.arg({ type: 'Date', required: true, description: 'The first day.' }),
      endsOn: t.arg({ type: 'Date', required: true, description: 'The last day.' }),
    },
    resolve: async ({ id }, { startsOn: from, endsOn: to }, context) => {
      const trainee = await followedTrainees(id, context)
      if (!trainee) return null
      const since = trainee.trainingStartedOn ? dayOf(trainee.trainingStartedOn) : null
      const asked = { traineeId: id, since, span: { from, to }, today: osloDay(context.now) }
      return [...(await gapsOf(asked, context))]
    },
  }),
}))

const PAGE = pageOf(50, 200)

builder.queryField('supervisionHoursReport', (t) =>
  t.connection(
    {
      type: SupervisionHours,
      ...byPlace,
      nullable: true,
      ...PAGE,
      description: "One year's hours of the trainees whose supervision the actor follows, by name (B06).",
      args: {
        year: t.arg.int({
          required: true,
          description: 'A calendar year from 2000 to 2100; BAD_USER_INPUT of another.',
        }),
        unitIds: t.arg.idsOf('Unit', { description: 'Of trainees in these units only.' }),
        traineeIds: t.arg.idsOf('Person', { description: 'Of these trainees only.' }),
      },
      resolve: async (_root, args, { actor, now }) => {
        const year = asYear(args.year)
        const where = {
          isTrainee: true,
          active: true,
          ...(args.unitIds && { unitId: { in: args.unitIds } }),
          ...(args.traineeIds && { id: { in: args.traineeIds } }),
          AND: followedTrainee(actor, today(now)),
        }
        const orderBy = [{ displayName: 'asc' as const }, { id: 'asc' as const }]
        return offsetPage(
          { args, ...PAGE },
          {
            rows: async (take, skip) => {
              const found = await database.person.findMany({ where, orderBy, take, skip })
              return found.map((trainee) => ({ trainee, year }))
            },
            count: () => database.person.count({ where }),
          },
        )
      },
    },
    ...HoursConnection,
  ),
)
