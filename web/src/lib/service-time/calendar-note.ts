import { date } from '#lib/format/index.ts'
import { m } from '#lib/paraglide/messages.js'
import type { Requirement } from './words.ts'

type NoteInput = { requirement: Requirement; periods: readonly { startsOn: string }[]; reckonedOn: string }

/** The note on the first line of a sum: for the total, how many periods and from when to when; else only until when. */
export const calendarNote = ({ requirement, periods, reckonedOn }: NoteInput): string => {
  const first = periods.map(({ startsOn }) => startsOn).sort()[0]
  return requirement === 'TOTAL_TRAINING_TIME' && first
    ? m.time_sum_calendar_note({ n: periods.length, from: date(first), to: date(reckonedOn) })
    : m.time_pdf_as_of({ date: date(reckonedOn) })
}
