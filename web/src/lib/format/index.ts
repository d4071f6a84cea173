export { date, dateTime, longDate, shortDate, today } from './dates.ts'
export { fileSize, number, percent } from './numbers.ts'
