import { date, percent } from '#lib/format/index.ts'
import { m } from '#lib/paraglide/messages.js'
import { getLocale } from '#lib/paraglide/runtime.js'
import { statusWord } from '#lib/ui/index.ts'
import { calendarNote } from '#lib/service-time/calendar-note.ts'
import { paceText, tenths, wholeDays } from '#lib/service-time/days.ts'
import type { Ledger, Period, ServiceTime } from '#lib/service-time/fragments.ts'
import { paragraphText } from '#lib/service-time/paragraph.ts'
import { type Reading, readingsOf } from '#lib/service-time/readings.ts'
import { pairsOf } from '#lib/service-time/requirements.ts'
import { type SumRow, sumRows } from '#lib/service-time/sum.ts'
import {
  type Effect,
  effectWord,
  periodKindWord,
  periodMark,
  remarkWords,
  requirementWord,
  spanText,
} from '#lib/service-time/words.ts'

/** One run of days of the account. */
export type Line = {
  startsOn: string
  endsOn: string
  days: number
  countedDays: number
  effect: Effect
  paragraph: string
  confirmed: boolean
  servicePeriod: { enterpriseName: string; fte: number }
}

type Row = { sign: string; name: string; note: string; rule: string; days: string; strong: boolean }
type Sum = { heading: string; note: string; rows: Row[] }
type Earliest = { note: string; rows: { name: string; missing: string; on: string; strong: boolean }[] }

/** All that is written in the document, in the reader's language; the template only places it. */
export type AccountDocument = {
  title: string
  product: string
  lang: string
  about: string[]
  footer: string
  words: Record<
    | 'page'
    | 'of'
    | 'basis'
    | 'rule'
    | 'days'
    | 'earliest'
    | 'readings'
    | 'remarks'
    | 'periods'
    | 'lines'
    | 'linesNote',
    string
  >
  heads: { earliest: string[]; periods: string[]; lines: string[] }
  sums: Sum[]
  earliest: Earliest
  readings: Reading[]
  remarks: string[]
  periods: { place: string; note: string; percent: string; status: string; counts: string }[]
  lines: { span: string; place: string; why: string; rule: string; days: string; counts: string }[]
}

const signs: Record<SumRow['sign'], string> = { start: '', minus: '−', equals: '=', of: '·' }
const printed = ({ sign, ...row }: SumRow): Row => ({ ...row, sign: signs[sign], strong: sign === 'equals' })

const sumsOf = (ledger: Ledger, periods: readonly Period[]): Sum[] =>
  pairsOf(ledger)
    .filter(({ registered }) => registered.days > 0 || registered.requirement !== 'OTHER_SPECIALITY_AT_MOST')
    .map(({ requirement, confirmed }) => ({
      heading: requirementWord(requirement),
      note: `${m.time_pdf_confirmed()}. ${m.time_pdf_not_confirmed_note()}`,
      rows: sumRows(confirmed, calendarNote({ requirement, periods, reckonedOn: ledger.reckonedOn })).map(
        printed,
      ),
    }))

/** What is missing of each requirement, and when it is met at the pace of today. */
const earliestOf = (ledger: Ledger): Earliest => {
  const { metOn, pace, requirements } = ledger.forecast
  const rows = pairsOf(ledger)
    .filter(({ requirement }) => requirement !== 'OTHER_SPECIALITY_AT_MOST')
    .map(({ requirement, confirmed }) => {
      const on = requirements.find((one) => one.requirement === requirement)?.metOn
      return {
        ...{ name: requirementWord(requirement), missing: tenths(confirmed.missingDays), strong: false },
        on: confirmed.met ? m.time_met() : on ? date(on) : m.time_forecast_never(),
      }
    })
  const all = {
    name: m.time_forecast_overall(),
    missing: '',
    on: date(metOn ?? ledger.reckonedOn),
    strong: true,
  }
  return {
    note: metOn ? m.time_forecast_note({ pace: paceText(pace) }) : m.time_forecast_no_pace(),
    rows: metOn ? [...rows, all] : rows,
  }
}

const periodRow = (period: Period): AccountDocument['periods'][number] => ({
  place: period.enterpriseName,
  note: `${spanText(period)} · ${periodKindWord(period.kind)} · ${period.position}`,
  percent: percent(period.fte * 100),
  status:
    period.needsSignature || period.status !== 'REGISTERED'
      ? [statusWord(periodMark(period.status, 'decider')), period.signature?.by.displayName]
          .filter(Boolean)
          .join(', ')
      : m.time_no_signature(),
  counts: m.time_counts_of({ counted: wholeDays(period.countedDays), days: wholeDays(period.days) }),
})

const lineWhy = ({ effect, confirmed }: Line): string =>
  confirmed || effect === 'NOT_CONFIRMED'
    ? effectWord(effect)
    : `${effectWord(effect)} (${m.time_effect_NOT_CONFIRMED()})`

const lineRow = (line: Line): AccountDocument['lines'][number] => ({
  span: spanText(line),
  place: `${line.servicePeriod.enterpriseName}, ${percent(line.servicePeriod.fte * 100)}`,
  why: lineWhy(line),
  rule: paragraphText(line.paragraph),
  days: tenths(line.days),
  counts: tenths(line.countedDays),
})

const remarkText = ({ code, startsOn, endsOn, paragraph }: Ledger['remarks'][number]): string =>
  `${remarkWords(code).title}: ${spanText({ startsOn, endsOn })}. ${paragraphText(paragraph)}.`

type Source = {
  trainee: ServiceTime
  ledger: Ledger
  lines: readonly Line[]
  /** The signed-in person who requested the document, and the day. */
  by: string
  today: string
}

/** The account of one trainee as a document: totals as sums, how the rule was read, every period and every line. */
export const accountDocument = ({ trainee, ledger, lines, by, today }: Source): AccountDocument => {
  const periods = trainee.servicePeriods?.edges.map(({ node }) => node) ?? []
  return {
    title: `${m.time_pdf_title()}: ${trainee.displayName}`,
    product: m.product(),
    lang: getLocale(),
    about: [
      trainee.track.name,
      `${m.time_sum_law()}. ${m.time_pdf_as_of({ date: date(ledger.reckonedOn) })}.`,
      m.time_pdf_made({ date: date(today), name: by }),
    ],
    footer: `${m.product()} · ${trainee.displayName}`,
    words: {
      ...{ page: m.time_pdf_page(), of: m.time_pdf_of(), basis: m.time_sum_col_basis() },
      linesNote: m.time_pdf_lines_note(),
      ...{ rule: m.time_sum_col_rule(), days: m.time_sum_col_days(), readings: m.time_readings() },
      ...{
        earliest: m.time_forecast(),
        remarks: m.time_remarks(),
        periods: m.time_periods(),
        lines: m.time_lines(),
      },
    },
    heads: {
      earliest: [m.time_sum_which(), m.time_pdf_missing(), m.time_pdf_met_on()],
      periods: [m.time_col_place(), m.time_col_position(), m.time_col_status(), m.time_col_counts()],
      lines: [
        ...[m.time_time(), m.time_place(), m.time_lines_col_why()],
        ...[m.time_lines_col_days(), m.time_lines_col_counts()],
      ],
    },
    sums: sumsOf(ledger, periods),
    earliest: earliestOf(ledger),
    readings: readingsOf(ledger.rules),
    remarks: ledger.remarks.map(remarkText),
    periods: periods.map(periodRow),
    lines: lines.map(lineRow),
  }
}
