export { date, dateTime, longDate, shortDate, today, yesterday } from './dates.ts'
export { fileSize, number, percent } from './numbers.ts'
