import { MOST_CHARACTERS } from '@kompetanse/schema/text-lengths'
import { GraphQLError } from 'graphql'
import { shows } from './seen.ts'

export const MAX_TEXT = MOST_CHARACTERS.text

// Everything of the categories "control" and "format" that is not a line break, a tab or a joiner of emoji.
const INVISIBLE = /(?![\n\t\u200d])[\p{Cc}\p{Cf}]/gu

/** A text as the database takes it: composed, without control characters and Windows' line ends, well formed. */
export const storable = (text: string): string =>
  text.toWellFormed().normalize('NFC').replaceAll('\r\n', '\n').replace(INVISIBLE, '')

/**
 * What a person wrote, as it is kept: composed, without control characters, blanks around it and Windows' line
 * ends. Never half a character: the database refuses text that is not well formed. Null when nothing
 * that shows is left.
 * Throws TEXT_TOO_LONG above MAX_TEXT characters (UTF-16 units, as the browser's `maxlength` counts): what is cut
 * off in silence is lost.
 */
export function cleanText(text: string | null | undefined): string | null {
  const clean = text && storable(text).trim()
  if (clean && clean.length > MAX_TEXT)
    throw new GraphQLError(`a text has at most ${MAX_TEXT} characters`, {
      extensions: { code: 'TEXT_TOO_LONG', limit: MAX_TEXT },
    })
  return clean && shows(clean) ? clean : null
}

/** As LIKE is to take it: what would be a pattern is looked for as it is. */
export const literally = (words: string) => words.replace(/[\\%_]/g, '\\$&')

/** A Prisma condition: has these words in it, in whatever case. Its pattern is the words unchanged. */
export const containing = (words: string) => ({ contains: literally(words), mode: 'insensitive' as const })

/** A Prisma condition: begins with this, to the letter. */
export const beginningWith = (words: string) => ({ startsWith: literally(words) })
