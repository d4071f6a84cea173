import { addDays, type Day } from '@kompetanse/calendar/day'

const DAYS_AHEAD = 366

/** Whether something begins so late that the date is a slip of the pen: more than a year from today. */
export const isFarAhead = (validFrom: Day, today: Day): boolean => validFrom > addDays(today, DAYS_AHEAD)
