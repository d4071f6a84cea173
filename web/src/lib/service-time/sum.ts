import { m } from '#lib/paraglide/messages.js'
import { daysText, tenths } from './days.ts'
import { paragraphText } from './paragraph.ts'
import { type Effect, effectWord, type Requirement } from './words.ts'

/** The account of one requirement, as the graph gives it. */
export type Total = {
  requirement: Requirement
  paragraph: string
  applies: boolean
  days: number
  notCounted: readonly { effect: Effect; paragraph: string; days: number }[]
  partTimeDays: number
  trainingTimeDays: number
  holidayAndCourseDays: number
  absenceDays: number
  allowanceDays: number
  allowanceUsedDays: number
  deductedDays: number
  countedDays: number
  requiredDays: number
  missingDays: number
  met: boolean
}

/** `minus` and `equals` are added up; `of` is a detail of a line and is not. */
export type SumRow = {
  sign: 'start' | 'minus' | 'equals' | 'of'
  name: string
  note: string
  rule: string
  days: string
}

const row = (sign: SumRow['sign'], name: string, days: number, { note = '', rule = '' } = {}): SumRow => ({
  ...{ sign, name, note, rule },
  days: tenths(days),
})

const requirementNote = (total: Total): string => {
  const required = daysText(total.requiredDays)
  if (total.requirement === 'OTHER_SPECIALITY_AT_MOST') return m.time_sum_counted_most({ required })
  return total.met
    ? m.time_sum_counted_met({ required })
    : m.time_sum_counted_missing({ required, missing: daysText(total.missingDays) })
}

/**
 * The account as a sum that can be added up by hand: start − minus … = training time, − above the limit = what
 * counts. @param periods what the first line is a sum of
 */
export const sumRows = (total: Total, periods: string): SumRow[] => [
  row('start', m.time_sum_calendar(), total.days, { note: periods, rule: paragraphText('31(1)') }),
  row('minus', m.time_sum_part_time(), total.partTimeDays, {
    note: m.time_sum_part_time_note(),
    rule: paragraphText('31(2)'),
  }),
  ...total.notCounted.map(({ effect, paragraph, days }) =>
    row('minus', effectWord(effect), days, { rule: paragraphText(paragraph) }),
  ),
  row('equals', m.time_sum_training(), total.trainingTimeDays, { note: m.time_sum_training_note() }),
  row('of', m.time_sum_holiday(), total.holidayAndCourseDays, {
    note: m.time_sum_holiday_note(),
    rule: paragraphText('31(3)'),
  }),
  row('of', m.time_sum_absence(), total.absenceDays, {
    note: m.time_sum_absence_note(),
    rule: paragraphText('31(4)'),
  }),
  row('of', m.time_sum_allowance(), total.allowanceDays, {
    note: m.time_sum_allowance_used({ used: tenths(total.allowanceUsedDays) }),
    rule: paragraphText('31(4)'),
  }),
  row('minus', m.time_sum_deducted(), total.deductedDays, {
    note: m.time_sum_deducted_note({
      absence: tenths(total.absenceDays),
      used: tenths(total.allowanceUsedDays),
    }),
    rule: paragraphText('31(4)'),
  }),
  row('equals', m.time_sum_counted(), total.countedDays, {
    note: requirementNote(total),
    rule: paragraphText(total.paragraph),
  }),
]
