export { date, dateTime, longDate, shortDate, time, today, yesterday } from './dates.ts'
export { fileSize, percent } from './numbers.ts'
