import { instantOf, wallClockOf } from './oslo-time.ts'

/** When people meet, as a form has it: a day, a time of day in Norway and a length in minutes. */
export type TimeForm = { date: string; time: string; minutes: number | null }

export const timeFormOf = (startsAt: string, minutes: number): TimeForm => ({
  ...wallClockOf(startsAt),
  minutes,
})

/** As the graph asks for it; undefined when a field is empty. */
export const timeOf = ({ date, time, minutes }: TimeForm) => {
  const startsAt = instantOf(date, time)
  return startsAt && minutes ? { startsAt, durationMinutes: Math.round(minutes) } : undefined
}

const TIME_CODES = ['TIME_IN_PAST', 'TIME_INVALID', 'NOT_HELD_YET']

/** The refusal beside the field that it is about; `rest` belongs to none. */
export const refusalOfTime = ({
  code,
  refused,
}: {
  code: string | undefined
  refused: string | undefined
}) => {
  const ofTime = code !== undefined && TIME_CODES.includes(code)
  const ofDuration = code === 'DURATION_INVALID'
  return {
    time: ofTime ? refused : undefined,
    duration: ofDuration ? refused : undefined,
    rest: ofTime || ofDuration ? undefined : refused,
  }
}

/** One topic on each line. */
export const topicsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
