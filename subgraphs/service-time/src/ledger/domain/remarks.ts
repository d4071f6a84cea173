import type { Id } from '@kompetanse/schema/ids'
import { civilDate, type Day } from '../../statement/domain/day.ts'
import { countedOf } from './lines.ts'
import type { Settings } from './settings.ts'
import { isTrainingTime, lengthOf, type Portion, type Stretch, sumOf } from './stretch.ts'
import type { PeriodKind } from '../../statement/domain/kinds.ts'
import type { Remark, Requirement } from './types.ts'
import { DAY } from './units.ts'

interface Found {
  readonly from: Day
  to: Day
  readonly ids: Id<'ServicePeriod'>[]
}

type Test = (stretch: Stretch) => { readonly ids: readonly Id<'ServicePeriod'>[]; readonly until: Day }

/** What has to be looked at, in the registered account: overlaps, then the order of the parts. */
export function remarksOf(stretches: readonly Stretch[], settings: Settings): Remark[] {
  const hospital = finishedOn(stretches, 'PART_1_HOSPITAL', settings)
  const municipal = finishedOn(stretches, 'PART_1_MUNICIPAL', settings)
  const before = (day: Day, isOf: (kind: PeriodKind) => boolean) =>
    collect(stretches, (stretch) => ({ ids: stretch.from > day ? [] : idsOf(stretch, isOf), until: day }))
  return [
    ...collect(stretches, overlapping).map((found) => remark('OVERLAP_ABOVE_FULL_TIME', '31(2)', found)),
    ...before(hospital, (kind) => kind === 'PART_1_MUNICIPAL').map((found) =>
      remark('MUNICIPAL_BEFORE_HOSPITAL', '2(2)', found),
    ),
    ...before(Math.max(hospital, municipal), isAfterPart1).map((found) =>
      remark('BEFORE_PART_1_FINISHED', '18(1)', found),
    ),
  ]
}

function remark(code: Remark['code'], paragraph: Remark['paragraph'], { from, to, ids }: Found): Remark {
  return { code, paragraph, startsOn: civilDate(from), endsOn: civilDate(to), periodIds: ids }
}

/** The day on which a part of part 1 is served; the end of time while it is not. */
function finishedOn(stretches: readonly Stretch[], part: PeriodKind & Requirement, settings: Settings): Day {
  const required = settings.required[part]
  let served = 0
  for (const stretch of stretches) {
    const aDay = stretch.portions.reduce(
      (sum, one) => sum + (one.period.kind === part ? countedOf(one) : 0),
      0,
    )
    // At nothing a day it takes for ever.
    const days = Math.ceil((required - served) / aDay)
    if (days <= lengthOf(stretch)) return stretch.from + days - 1
    served += aDay * lengthOf(stretch)
  }
  return Infinity
}

/** Positions of part 2 and 3. Research is none. */
const isAfterPart1 = (kind: PeriodKind) =>
  kind !== 'PART_1_HOSPITAL' && kind !== 'PART_1_MUNICIPAL' && kind !== 'RESEARCH'

function idsOf({ portions }: Stretch, isOf: (kind: PeriodKind) => boolean) {
  const ids: Id<'ServicePeriod'>[] = []
  for (const { period } of portions) if (isOf(period.kind)) ids.push(period.id)
  return ids
}

const isInCompetition = (portion: Portion) =>
  isTrainingTime(portion) || portion.effect === 'OVERLAP_NOT_COUNTED'

function overlapping({ portions }: Stretch): ReturnType<Test> {
  const above = sumOf(portions, isInCompetition) > DAY
  return {
    ids: above ? portions.filter(isInCompetition).map(({ period }) => period.id) : [],
    until: Infinity,
  }
}

/** Runs of days of which the test names periods. */
function collect(stretches: readonly Stretch[], test: Test): Found[] {
  const found: Found[] = []
  for (const stretch of stretches) {
    const { ids, until } = test(stretch)
    if (ids.length === 0) continue
    const to = Math.min(stretch.to, until)
    const last = found.at(-1)
    if (last?.to !== stretch.from - 1) found.push({ from: stretch.from, to, ids: [...new Set(ids)] })
    else {
      last.to = to
      last.ids.push(...new Set(ids.filter((id) => !last.ids.includes(id))))
    }
  }
  return found
}
