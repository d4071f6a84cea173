import { today } from '#lib/format/index.ts'

/** The calendar year in Norway. */
export const thisYear = (): number => Number(today().slice(0, 4))

const FIRST_YEAR = 2015

/** The year that the address names; this year when it names none. */
export const yearOf = (search: Pick<URLSearchParams, 'get'>): number => {
  const year = Number(search.get('ar'))
  return Number.isInteger(year) && year >= FIRST_YEAR && year <= thisYear() + 1 ? year : thisYear()
}
