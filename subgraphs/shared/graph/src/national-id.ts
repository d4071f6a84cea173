/**
 * Finds Norwegian national identity numbers in text, so that no patient is written into notes about a trainee:
 * fødselsnummer, D-number (day + 40), H-number (month + 40) and synthetic numbers (month + 40, + 65 or + 80).
 */

// Ordinary people write 010190 12345, 01.01.90-12345 or with blanks that came along from somewhere else.
const BETWEEN = String.raw`[\s.,:;/|_()\-\u2010-\u2015]{0,6}`
const ELEVEN = new RegExp(String.raw`(?<!\d)(?=(\d(?:${BETWEEN}\d){10})(?!\d))`, 'gu')
// What is not seen must not hide a digit from us.
const INVISIBLE = /[\p{Cf}\p{Mn}]/gu

const FIRST_WEIGHTS = [3, 7, 6, 1, 8, 9, 4, 5, 2] as const
const SECOND_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2] as const
const SYNTHETIC_OR_HELP = [0, 40, 65, 80] as const

/** Whether some eleven digits of the text, with or without separators, are a number that a person can have. */
export function containsNationalId(text: string): boolean {
  const visible = text.normalize('NFKD').replaceAll(INVISIBLE, '')
  for (const [, digits = ''] of visible.matchAll(ELEVEN))
    if (isNationalId(digits.replaceAll(/\D/g, ''))) return true
  return false
}

/** Whether eleven digits are a day of some year, a serial number and both control digits (modulus 11). */
export function isNationalId(digits: string): boolean {
  if (!/^\d{11}$/.test(digits)) return false
  const all = [...digits].map(Number)
  return isDay(digits) && controlled(all, FIRST_WEIGHTS) && controlled(all, SECOND_WEIGHTS)
}

function isDay(digits: string): boolean {
  const [day, month, year] = [0, 2, 4].map((at) => Number(digits.slice(at, at + 2))) as [
    number,
    number,
    number,
  ]
  const days = day > 40 ? day - 40 : day
  return SYNTHETIC_OR_HELP.some((added) => days >= 1 && days <= lastOf(month - added, year))
}

/** The last day of a month of a year of two digits; of 29 February when some century has it. 0 for no month. */
function lastOf(month: number, year: number): number {
  if (month < 1 || month > 12) return 0
  if (month === 2) return year % 4 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** Whether the digit after the weighted ones is their control digit. */
function controlled(digits: readonly number[], weights: readonly number[]): boolean {
  const sum = weights.reduce((total, weight, at) => total + weight * (digits[at] ?? 0), 0)
  const control = (11 - (sum % 11)) % 11
  return control === digits[weights.length]
}
