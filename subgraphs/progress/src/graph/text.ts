export const MAX_TEXT = 10_000

// Everything of the categories "control" and "format" that is not a line break, a tab or a joiner of emoji.
const INVISIBLE = /(?![\n\t\u200d])[\p{Cc}\p{Cf}]/gu

/**
 * What a person wrote, as it is kept: composed, without control characters, blanks around it and Windows' line
 * ends, at most MAX_TEXT characters. Null when nothing is left.
 */
export function cleanText(text: string | null | undefined): string | null {
  const clean = text
    ?.normalize('NFC')
    .replaceAll('\r\n', '\n')
    .replace(INVISIBLE, '')
    .trim()
    .slice(0, MAX_TEXT)
  return clean || null
}
