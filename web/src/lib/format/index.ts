export { firstName } from './first-name.ts'
export { FILE_LIMIT } from './file-limit.ts'
export { date, dateTime, longDate, month, shortDate, shortMonth, time, today } from './dates.ts'
export { fileSize, number, percent } from './numbers.ts'
