import type { Reckoning } from './account.ts'
import { civilDate, type Day } from '../../statement/domain/day.ts'
import type { Prepared } from './prepared.ts'
import { type Basis, sweep } from './sweep.ts'
import { isTrainingTime } from './stretch.ts'
import { requirementsOf, tenPercent } from './totals.ts'
import { type PeriodKind } from '../../statement/domain/kinds.ts'
import {
  type DayUnits,
  type Forecast,
  type Requirement,
  REQUIREMENTS,
  type RequirementTotal,
} from './types.ts'

/** No forecast goes beyond. */
const HORIZON_DAYS = 60 * 366

/** Training time added after today, by requirement. */
type Added = Readonly<Partial<Record<Requirement, DayUnits>>>

interface Outlook {
  readonly basis: Basis
  readonly reckoning: Reckoning
  readonly asOf: Day
}

/**
 * When requirements are met if today's positions go on at their share without more absence. What was deducted above
 * ten percent comes back while the time that the ten percent are of grows.
 */
export function forecastOf(periods: readonly Prepared[], outlook: Outlook): Forecast {
  const daily = dailyByKind(periods, outlook)
  const pace = [...daily.values()].reduce((sum, amount) => sum + amount, 0)
  const on = (days: number | null) => (days === null ? null : civilDate(outlook.asOf + days))
  const requirements = REQUIREMENTS.filter(
    (requirement) => requirement !== 'OTHER_SPECIALITY_AT_MOST' && totalIn(outlook, requirement).applies,
  ).map((requirement) => ({
    requirement,
    on: on(daysUntil((days) => isMet(requirement, addedBy(daily, days), outlook))),
  }))
  return { pace, requirements, overall: on(daysUntilAll(pace, outlook)) }
}

/** What a day like today adds, were nobody away: the positions held today, cut at full time. */
function dailyByKind(
  periods: readonly Prepared[],
  { basis, asOf }: Outlook,
): ReadonlyMap<PeriodKind, DayUnits> {
  const today = periods
    .filter(({ running }) => running)
    .map((period) => ({ ...period, from: asOf, to: asOf, absences: [], unsupervised: [] }))
  const daily = new Map<PeriodKind, DayUnits>()
  for (const portion of sweep(today, basis).flatMap(({ portions }) => portions)) {
    const { kind } = portion.period
    if (isTrainingTime(portion)) daily.set(kind, (daily.get(kind) ?? 0) + portion.amount)
  }
  return daily
}

function addedBy(daily: ReadonlyMap<PeriodKind, DayUnits>, days: number): Added {
  const added: Partial<Record<Requirement, DayUnits>> = {}
  for (const [kind, amount] of daily)
    for (const requirement of requirementsOf(kind))
      added[requirement] = (added[requirement] ?? 0) + amount * days
  return added
}

/** In the order of § 2: the hospital, the municipality, then everything else, all of it where it is missing. */
function daysUntilAll(pace: DayUnits, outlook: Outlook): number | null {
  const part1 = (['PART_1_HOSPITAL', 'PART_1_MUNICIPAL'] as const).map(
    (part) => totalIn(outlook, part).missing,
  )
  if (pace === 0 && part1.some((missing) => missing > 0)) return null
  const inPart1 = part1.reduce((days, missing) => days + (missing > 0 ? Math.ceil(missing / pace) : 0), 0)
  const rest = ['AFTER_PART_1', 'OPEN_UNSELECTED_PRACTICE', 'TOTAL_TRAINING_TIME'] as const
  const days = daysUntil((more) => {
    const afterPart1 = pace * more
    const added = {
      AFTER_PART_1: afterPart1,
      OPEN_UNSELECTED_PRACTICE: afterPart1,
      TOTAL_TRAINING_TIME: afterPart1 + pace * inPart1,
    }
    return rest.every((requirement) => isMet(requirement, added, outlook))
  })
  return days === null ? null : inPart1 + days
}

function isMet(requirement: Requirement, added: Added, outlook: Outlook): boolean {
  const total = totalIn(outlook, requirement)
  return !total.applies || countedWith(requirement, added, outlook) >= total.required
}

function countedWith(requirement: Requirement, added: Added, outlook: Outlook): DayUnits {
  const total = totalIn(outlook, requirement)
  const more = added[requirement] ?? 0
  const { settings } = outlook.basis
  if (requirement === 'AFTER_PART_1') return restWith(added, outlook)
  if (requirement === 'TOTAL_TRAINING_TIME') {
    const rest = restWith(added, outlook) - totalIn(outlook, 'AFTER_PART_1').counted
    return total.counted + rest + more - (added.AFTER_PART_1 ?? 0)
  }
  const byItself = settings.openPracticeByItself && !settings.allowanceOfEachPeriod
  if (requirement !== 'OPEN_UNSELECTED_PRACTICE' || !byItself) return total.counted + more
  const trainingTime = total.trainingTime + more
  return trainingTime - tenPercent({ trainingTime, absence: total.absence }, settings).deducted
}

/** After part 1, of which only so much is of another speciality; where each period has its allowance, as it stands. */
function restWith(added: Added, outlook: Outlook): DayUnits {
  const { settings } = outlook.basis
  const { other } = outlook.reckoning
  const rest = totalIn(outlook, 'AFTER_PART_1')
  const maximum = settings.required.OTHER_SPECIALITY_AT_MOST
  const atWork = other.atWork + (added.OTHER_SPECIALITY_AT_MOST ?? 0)
  const taken = (work: DayUnits) => Math.min(work + other.away, maximum)
  const awayTaken = (work: DayUnits) => Math.max(0, taken(work) - work)
  const own = (added.AFTER_PART_1 ?? 0) - (added.OTHER_SPECIALITY_AT_MOST ?? 0)
  const more = own + taken(atWork) - taken(other.atWork)
  if (settings.allowanceOfEachPeriod) return rest.counted + more
  const trainingTime = rest.trainingTime + more
  const absence = rest.absence + awayTaken(atWork) - awayTaken(other.atWork)
  return trainingTime - tenPercent({ trainingTime, absence }, settings).deducted
}

function totalIn({ reckoning }: Outlook, requirement: Requirement): RequirementTotal {
  const total = reckoning.account.totals.find((one) => one.requirement === requirement)
  if (!total) throw new Error(`No total of ${requirement}`)
  return total
}

/** The first number of days with which it holds; it holds ever after. Null when it never will. */
function daysUntil(holds: (days: number) => boolean): number | null {
  if (holds(0)) return 0
  if (!holds(HORIZON_DAYS)) return null
  let fails = 0
  let enough = HORIZON_DAYS
  while (enough - fails > 1) {
    const middle = (fails + enough) >> 1
    if (holds(middle)) enough = middle
    else fails = middle
  }
  return enough
}
