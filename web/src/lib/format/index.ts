export { date, dateTime, longDate, shortDate, today, yesterday } from './dates.ts'
export { fileSize, percent } from './numbers.ts'
