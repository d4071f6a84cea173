import { getLocale } from '#lib/paraglide/runtime.js'
import { m } from '#lib/paraglide/messages.js'
import { languageTag } from './language.ts'

/** Days begin and end in Norway, wherever the reader is. */
const timeZone = 'Europe/Oslo'

const formatters = new Map<string, Intl.DateTimeFormat>()
const formatter = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const tag = languageTag()
  const key = tag + JSON.stringify(options)
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(tag, { timeZone, ...options })
  formatters.set(key, made)
  return made
}

/** A calendar date has no time; noon UTC is that date in Norway all year. */
const instant = (value: string): Date => new Date(value.length === 10 ? `${value}T12:00:00Z` : value)

/** A short date is read in one glance: it stays on one line. */
const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0')

/** «15. okt. 2026» from a date or an instant. */
export const date = (value: string): string =>
  unbroken(formatter({ day: 'numeric', month: 'short', year: 'numeric' }).format(instant(value)))

/** «15. okt.»: where the year is plain from the surroundings. */
export const shortDate = (value: string): string =>
  unbroken(formatter({ day: 'numeric', month: 'short' }).format(instant(value)))

/** «torsdag 15. oktober 2026»; the day of the month stays with its month. */
export const longDate = (value: string): string =>
  formatter({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
    .format(instant(value))
    .replace(/(\d\.?) /, '$1\u00a0')

/** «mars 2028». */
export const month = (value: string): string =>
  formatter({ month: 'long', year: 'numeric' }).format(instant(value))

/** «sept. 2024». */
export const shortMonth = (value: string): string =>
  unbroken(formatter({ month: 'short', year: 'numeric' }).format(instant(value)))

/** «14.32», and «14:32» in English. */
export const time = (value: string): string => {
  const clock = formatter({ hour: '2-digit', minute: '2-digit', hour12: false }).format(instant(value))
  return getLocale() === 'en' ? clock : clock.replace(':', '.')
}

/** «15. okt. 2026 kl. 14.32». */
export const dateTime = (value: string): string => `${date(value)} ${m.clock({ time: time(value) })}`

/** Today in Norway, as the graph writes dates. */
export const today = (now: Date = new Date()): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone }).format(now)
