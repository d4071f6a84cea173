import { arrayPage, byPlace, pageOf } from '@kompetanse/graph'
import type { GraphContext } from '@kompetanse/graph'
import { builder, counted } from '../../builder.ts'
import { Trainee } from '../../directory/graphql/Trainee.ts'
import type { Person } from '../../generated/db/client.ts'
import { accountOf, type RunningAccount, type YearAccount } from '../domain/hours.ts'
import { knownOf } from '../persistence/known.ts'
import { entriesOf } from '../persistence/entries.ts'
import { EntryConnection, HoursKind, SupervisionHoursEntry } from './SupervisionHoursEntry.ts'

/** Whose the hours are has been seen to by who makes this. */
export interface HoursShape {
  readonly trainee: Person
  readonly year: number
}

async function account({ trainee, year }: HoursShape, context: GraphContext): Promise<YearAccount> {
  const known = await knownOf(trainee.id, context)
  if (!known) throw new Error('a trainee that is shown is known')
  return accountOf(year, known)
}

const RequirementBasis = builder.enumType('SupervisionRequirementBasis', {
  description: 'By what part of full time hours are asked for.',
  values: {
    SERVICE_PERIODS: { description: 'In proportion to the service periods that are registered.' },
    FULL_TIME_ASSUMED: {
      description: 'No service period is registered, so the figure for full time is used.',
    },
  } as const,
})

const RunningHours = builder.objectRef<RunningAccount>('SupervisionRunningHours').implement({
  description:
    'Since training began, up to the end of the year or today: more at the start and less later is allowed.',
  fields: (t) => ({
    startsOn: t.expose('since', { type: 'Date', description: 'The first day that is counted.' }),
    hours: t.exposeFloat('hours', { description: 'Hours of individual supervision since then.' }),
    required: t.exposeFloat('required', { description: 'Hours that the regulation asks for since then.' }),
    averagePerYear: t.exposeFloat('averagePerYear', {
      nullable: true,
      description: 'Per year of full time; null before the first day of service.',
    }),
    met: t.exposeBoolean('met'),
  }),
})

const PAGE = pageOf(50, 200)

export const SupervisionHours = builder.objectRef<HoursShape>('SupervisionHours').implement({
  description: 'Individual supervision in a calendar year, measured against the regulation.',
  fields: (t) => ({
    trainee: t.field({ type: Trainee, resolve: ({ trainee }) => trainee }),
    year: t.exposeInt('year', { description: 'The calendar year.' }),
    hours: t.float({
      description: 'Finalised conversations and other supervision; group meetings are not among them.',
      resolve: async (shape, _args, context) => (await account(shape, context)).hours,
    }),
    required: t.float({
      nullable: true,
      description:
        'In proportion to the part of full time; null where the regulation names no hours for the track.',
      resolve: async (shape, _args, context) => (await account(shape, context)).required,
    }),
    requiredSoFar: t.float({
      nullable: true,
      description: 'What is to be expected by today.',
      resolve: async (shape, _args, context) => (await account(shape, context)).requiredSoFar,
    }),
    met: t.boolean({
      nullable: true,
      description:
        'Whether the hours are as many as the whole year asks for; null where the regulation names none for the track.',
      resolve: async (shape, _args, context) => (await account(shape, context)).met,
    }),
    basis: t.field({
      type: RequirementBasis,
      resolve: async (shape, _args, context) => (await account(shape, context)).basis,
    }),
    groupHours: t.float({
      description: 'Hours of group meetings in the year.',
      resolve: async (shape, _args, context) => (await account(shape, context)).groupHours,
    }),
    unsupervisedDays: t.int({
      description: 'Days of the year without supervision, by the registered service time.',
      resolve: async (shape, _args, context) => (await account(shape, context)).unsupervisedDays,
    }),
    running: t.field({
      type: RunningHours,
      nullable: true,
      description:
        'Null where the regulation names no hours for the track, and before the first day of training or service.',
      resolve: async (shape, _args, context) => (await account(shape, context)).running,
    }),
    entries: t.connection(
      {
        type: SupervisionHoursEntry,
        ...byPlace,
        ...PAGE,
        description: 'Newest first.',
        args: {
          kinds: t.arg({ type: [HoursKind], description: 'Of these kinds; of all when it is left out.' }),
        },
        resolve: async ({ trainee, year }, args, context) => {
          const entries = await entriesOf(trainee.id, year, context)
          const { kinds } = args
          return arrayPage(args, kinds ? entries.filter(({ kind }) => kinds.includes(kind)) : entries, PAGE)
        },
      },
      ...EntryConnection,
    ),
  }),
})

export const HoursConnection = counted(SupervisionHours, 'SupervisionHours')
