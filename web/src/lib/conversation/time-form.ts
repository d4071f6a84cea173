import { instantOf, wallClockOf } from './oslo-time.ts'

/** When people meet, as a form has it: a day, a time of day in Norway and a length in minutes. */
export type TimeForm = { date: string; time: string; minutes: number | null }

export const timeFormOf = (startsAt: string, minutes: number): TimeForm => ({
  ...wallClockOf(startsAt),
  minutes,
})

/** In the form of the graph's input; undefined when a field is empty. */
export const timeOf = ({ date, time, minutes }: TimeForm) => {
  const startsAt = instantOf(date, time)
  return startsAt && minutes ? { startsAt, durationMinutes: Math.round(minutes) } : undefined
}

/** The refusals that are shown at the fields of a time. */
export const TIME_FIELDS = {
  time: ['TIME_IN_PAST', 'TIME_INVALID', 'NOT_HELD_YET'],
  duration: ['DURATION_INVALID'],
} as const

/** The refusals that are shown at the topics. */
export const TOPIC_CODES = ['NATIONAL_ID_FOUND', 'AGENDA_INVALID'] as const

/** One topic on each line. */
export const topicsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
