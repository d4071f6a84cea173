import { dayOf, osloDay } from '@kompetanse/calendar/day'
import { batched } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { database } from '../../database.ts'
import type { Person, ServicePeriod, SupervisionRule } from '../../generated/db/client.ts'
import type { Known, Minutes } from '../domain/hours.ts'
import type { HoursRule } from '../domain/requirement.ts'

type RuleKind = SupervisionRule['kind']

interface Sum extends Minutes {
  readonly traineeId: Id<'Person'>
}

/** All that a year's account is made of, for all trainees of a request in four statements. */
export const knownOf = batched<Id<'Person'>, Known>(async (traineeIds, { now }) => {
  const where = { traineeId: { in: traineeIds } }
  const [trainees, rules, periods, sums] = await Promise.all([
    database.person.findMany({ where: { id: { in: traineeIds } } }),
    database.supervisionRule.findMany(),
    database.servicePeriod.findMany({ where: { ...where, removed: false } }),
    sumsOf(traineeIds),
  ])
  const periodsOf = Map.groupBy(periods, ({ traineeId }) => traineeId)
  const minutesOf = Map.groupBy(sums, ({ traineeId }) => traineeId)
  return new Map(
    trainees.map((trainee) => [
      trainee.id,
      {
        today: osloDay(now),
        rules: rulesFor('INDIVIDUAL_HOURS_PER_YEAR', trainee, rules),
        since: trainee.trainingStartedOn && dayOf(trainee.trainingStartedOn),
        minutes: minutesOf.get(trainee.id) ?? [],
        ...serviceOf(periodsOf.get(trainee.id) ?? []),
      },
    ]),
  )
})

const sumsOf = (traineeIds: readonly Id<'Person'>[]) => database.$queryRaw<Sum[]>`
  SELECT trainee_id AS "traineeId", extract(year FROM "on")::int AS year,
    coalesce(sum(minutes) FILTER (WHERE kind <> 'GROUP'), 0)::int AS individual,
    coalesce(sum(minutes) FILTER (WHERE kind = 'GROUP'), 0)::int AS "group"
  FROM guidance_entry WHERE trainee_id = ANY(${traineeIds}::uuid[]) AND removed_at IS NULL
  GROUP BY 1, 2`

/** The rules of a kind that a trainee's track is under. */
export const rulesFor = (
  kind: RuleKind,
  { trackCode }: Pick<Person, 'trackCode'>,
  rules: readonly SupervisionRule[],
): readonly (HoursRule & { readonly source: string })[] =>
  rules
    .filter((rule) => rule.kind === kind && (rule.trackCode === null || rule.trackCode === trackCode))
    .map(({ value, source, validFrom, validTo }) => ({
      ...{ value, source, validFrom: dayOf(validFrom) },
      validTo: validTo && dayOf(validTo),
    }))

interface Unsupervised {
  readonly startsOn: string
  readonly endsOn: string
}

/**
 * § 2 third paragraph asks for hours in the time served in a registered enterprise. LIS1 comes before it, hospitals are
 * approved enterprises, and research is no practical service: in these the time asks for none.
 */
const ASKS_FOR_NONE: ReadonlySet<string> = new Set([
  ...['PART_1_HOSPITAL', 'PART_1_MUNICIPAL', 'HOSPITAL', 'RESEARCH', 'OTHER_SPECIALITY'],
])

const serviceOf = (periods: readonly ServicePeriod[]): Pick<Known, 'service' | 'unsupervised'> => ({
  service: periods.map(({ kind, share, validFrom, validTo }) => ({
    share: ASKS_FOR_NONE.has(kind) ? 0 : share / 10_000,
    from: dayOf(validFrom),
    to: validTo && dayOf(validTo),
  })),
  unsupervised: periods.flatMap(({ unsupervised }) =>
    (unsupervised as unknown as Unsupervised[]).map(({ startsOn: from, endsOn: to }) => ({ from, to })),
  ),
})
