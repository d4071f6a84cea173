export const MAX_TEXT = 10_000

// Everything of the categories "control" and "format" that is not a line break, a tab or a joiner of emoji.
const INVISIBLE = /(?![\n\t\u200d])[\p{Cc}\p{Cf}]/gu
const HALF_A_CHARACTER = /\p{Cs}$/u

/**
 * What a person wrote, as it is kept: composed, without control characters, blanks around it and Windows' line
 * ends, at most MAX_TEXT characters. Never half a character: the database refuses text that is not well formed.
 * Null when nothing is left.
 */
export function cleanText(text: string | null | undefined): string | null {
  const clean = text
    ?.toWellFormed()
    .normalize('NFC')
    .replaceAll('\r\n', '\n')
    .replace(INVISIBLE, '')
    .trim()
    .slice(0, MAX_TEXT)
    .replace(HALF_A_CHARACTER, '')
  return clean || null
}
