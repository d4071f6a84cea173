import { getLocale } from '#lib/paraglide/runtime.js'
import { languageTag } from './language.ts'

/** «1 016,2» */
export const number = (value: number): string => new Intl.NumberFormat(languageTag()).format(value)

/** «61 %», with a space that does not break; English has none. */
export const percent = (value: number): string =>
  getLocale() === 'en' ? `${number(value)}%` : `${number(value)}\u00a0%`

const UNITS = ['byte', 'kB', 'MB', 'GB']

/** «1,4 MB» */
export const fileSize = (bytes: number): string => {
  const step = bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** step
  const rounded = new Intl.NumberFormat(languageTag(), { maximumFractionDigits: step ? 1 : 0 }).format(value)
  return `${rounded} ${UNITS[step]}`
}
