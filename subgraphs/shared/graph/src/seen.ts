/** What a reader sees of a text. */

// Letters and signs that show nothing: fillers of scripts, the empty Braille pattern, signs of absence.
const BLANK = String.raw`\p{Default_Ignorable_Code_Point}\u2800\ufffc\u{1d159}\u{13441}\u{13442}`
const SHOWS = new RegExp(String.raw`(?![${BLANK}])[\p{L}\p{N}\p{P}\p{S}]`, 'u')
const WORD = new RegExp(String.raw`(?![${BLANK}])[\p{L}\p{N}]`, 'u')
const BLANKS = new RegExp(`[${BLANK}]`, 'gu')

/** What a reader sees of a text: without what shows nothing, and one space where there are several. */
export const seen = (text: string): string => text.replace(BLANKS, '').replace(/\s+/g, ' ').trim()

/** Whether a text has a letter or a digit that shows. */
export const hasWord = (text: string): boolean => WORD.test(text)

/** Whether there is anything to be seen of a text. */
export const shows = (text: string): boolean => SHOWS.test(text)
