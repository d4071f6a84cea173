import { civilDate, type Day } from '../../statement/domain/day.ts'
import { basisOf } from './effect-rules.ts'
import type { Prepared } from './prepared.ts'
import { isTrainingTime, lengthOf, type Portion, type Stretch } from './stretch.ts'
import type { DayUnits, LedgerLine, PeriodSum } from './types.ts'

interface Run {
  readonly portion: Portion
  readonly from: Day
  to: Day
}

/** What counts of a portion's days. */
export const countedOf = (portion: Portion): DayUnits =>
  isTrainingTime(portion) && portion.effect !== 'ABSENCE_DEDUCTED' ? portion.amount : 0

/**
 * Days that count alike and follow each other are one line, whatever other periods do meanwhile. By period, and of one
 * period by day, as the stretches are.
 */
export function linesOf(stretches: readonly Stretch[]): LedgerLine[] {
  const runs: Run[] = []
  let open: Run[] = []
  for (const { from, to, portions } of stretches) {
    const going = open
    open = portions.map((portion) => {
      const run = going.find((one) => isAlike(one.portion, portion))
      if (!run) return { portion, from, to }
      run.to = to
      return run
    })
    for (const run of open) if (run.from === from) runs.push(run)
  }
  runs.sort((a, b) => a.portion.period.order - b.portion.period.order)
  return runs.map(lineOf)
}

function isAlike(a: Portion, b: Portion) {
  return (
    a.period === b.period &&
    a.effect === b.effect &&
    a.absenceId === b.absenceId &&
    a.amount === b.amount &&
    a.ofDay === b.ofDay
  )
}

function lineOf(run: Run): LedgerLine {
  const { period, absenceId, effect, ofDay } = run.portion
  return {
    periodId: period.id,
    kind: period.kind,
    confirmed: period.confirmed,
    absenceId,
    startsOn: civilDate(run.from),
    endsOn: civilDate(run.to),
    days: ofDay * lengthOf(run),
    counted: countedOf(run.portion) * lengthOf(run),
    effect,
    ...basisOf(effect, period.kind),
  }
}

/** What counts of each period, by the lines. */
export function periodSums(periods: readonly Prepared[], lines: readonly LedgerLine[]): PeriodSum[] {
  const sums = new Map(periods.map(({ id }) => [id, { periodId: id, days: 0, counted: 0 }]))
  for (const { periodId, days, counted } of lines) {
    const sum = sums.get(periodId)
    if (!sum) continue
    sum.days += days
    sum.counted += counted
  }
  return [...sums.values()]
}
