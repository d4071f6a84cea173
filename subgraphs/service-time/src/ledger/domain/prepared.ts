import type { Id } from '@kompetanse/schema/ids'
import { type Day, dayNumber } from '../../statement/domain/day.ts'
import type { Settings } from './settings.ts'
import { PERIOD_KINDS, type PeriodKind } from '../../statement/domain/kinds.ts'
import { type Absence, type LedgerInput, type ServicePeriod, type UnsupervisedPeriod } from './types.ts'
import { shareOf } from '../../statement/domain/share.ts'

/** What a part of a day is spent on. */
export type Nature = 'WORK' | 'HOLIDAY' | 'COURSE' | 'COVID' | 'ABSENCE'

/** When several parts want the same place, in this order; when they say different things of one day, from behind. */
export const NATURES = ['WORK', 'HOLIDAY', 'COURSE', 'COVID', 'ABSENCE'] as const satisfies Nature[]

/** The first and the last day. */
export interface Span {
  readonly from: Day
  readonly to: Day
}

export interface PreparedAbsence extends Span {
  readonly id: Id<'Absence'>
  readonly nature: Nature
  /** Ten-thousandths of the position. */
  readonly share: number
}

/** A period in numbers, ended by the day of the calculation. */
export interface Prepared extends Span {
  readonly id: Id<'ServicePeriod'>
  readonly kind: PeriodKind
  readonly rank: number
  /** Place among all periods by first day: for telling lines apart, never for a sum. */
  readonly order: number
  readonly confirmed: boolean
  /** Held on the day of the calculation, which is also when it may go on. */
  readonly running: boolean
  /** Ten-thousandths of full time. */
  readonly fte: number
  readonly absences: readonly PreparedAbsence[]
  readonly unsupervised: readonly Span[]
}

const RANK = Object.fromEntries(PERIOD_KINDS.map((kind, rank) => [kind, rank])) as Record<PeriodKind, number>

/** Periods that began by `asOf`, by first day. */
export function prepare(input: LedgerInput, settings: Settings): readonly Prepared[] {
  const asOf = dayNumber(input.asOf)
  const prepared: Omit<Prepared, 'order'>[] = []
  for (const period of input.periods) {
    const from = dayNumber(period.startsOn)
    const end = period.endsOn === null ? asOf : dayNumber(period.endsOn)
    const to = Math.min(end, asOf)
    if (from <= to) prepared.push(preparePeriod(period, { from, to }, { settings, running: end >= asOf }))
  }
  prepared.sort((a, b) => a.from - b.from || compareIds(a.id, b.id))
  return prepared.map((period, order) => ({ ...period, order }))
}

function preparePeriod(
  period: ServicePeriod,
  span: Span,
  { settings, running }: { settings: Settings; running: boolean },
): Omit<Prepared, 'order'> {
  const { id, kind, confirmed } = period
  const absences = period.absences.map((absence) => prepareAbsence(absence, kind, settings))
  absences.sort((a, b) => a.from - b.from || compareIds(a.id, b.id))
  const unsupervised = settings.unsupervisedCounts ? [] : period.unsupervisedPeriods.map(spanOf)
  return {
    ...span,
    id,
    kind,
    rank: RANK[kind],
    confirmed,
    running,
    fte: shareOf(period.fte),
    absences,
    unsupervised,
  }
}

const spanOf = ({ startsOn, endsOn }: UnsupervisedPeriod): Span => ({
  from: dayNumber(startsOn),
  to: dayNumber(endsOn),
})

function prepareAbsence(absence: Absence, kind: PeriodKind, settings: Settings): PreparedAbsence {
  const from = dayNumber(absence.startsOn)
  const to = dayNumber(absence.endsOn)
  return {
    id: absence.id,
    nature: natureOf(absence, kind, settings),
    from,
    to,
    share: shareOf(absence.share),
  }
}

/** § 31(3) to (5): what is no holiday, no course and no covid in part 1 is absence to be deducted above a limit. */
function natureOf({ kind }: Absence, periodKind: PeriodKind, { covidExempt }: Settings): Nature {
  if (kind === 'HOLIDAY' || kind === 'COURSE') return kind
  const part1 = periodKind === 'PART_1_HOSPITAL' || periodKind === 'PART_1_MUNICIPAL'
  return kind === 'COVID' && part1 && covidExempt ? 'COVID' : 'ABSENCE'
}

/** Of two that are not the same. */
const compareIds = (a: string, b: string) => (a < b ? -1 : 1)
