/** What a text that a client sends may be, by what it is for: the longest of each kind, and how a kind is recognised. */
import { MOST_CHARACTERS } from '@kompetanse/schema/text-lengths'

export type TextKind = 'id' | 'cursor' | 'position' | 'code' | 'url' | 'search' | 'text' | 'bytes'

/** The most characters of each, in UTF-16 units. */
export const MOST: Readonly<Record<TextKind, number>> = {
  id: 36,
  /** Before and after what a page is. */
  cursor: 200,
  /** In a live stream. */
  position: 28,
  code: MOST_CHARACTERS.code,
  url: 2_000,
  search: MOST_CHARACTERS.search,
  /** What a person writes. It is measured as it is kept, and refused by a code of its own: `cleanText`. */
  text: MOST_CHARACTERS.text,
  /** Base64. */
  bytes: 300_000,
}

/** The most items of a list. */
export const MOST_ITEMS = 500

const BY_TYPE: Readonly<Record<string, TextKind>> = { ID: 'id', EventCursor: 'position', URL: 'url' }

const BY_NAME: readonly (readonly [RegExp, TextKind])[] = [
  [/^(before|after)$/, 'cursor'],
  [/^(search|codePrefix)$/, 'search'],
  [/codes?$/i, 'code'],
]

/**
 * Which kind an argument or input field of a type is, by the name that its kind always has here; null for what is no
 * text. So a search is short and a code is one wherever the next is added. What a name does not say, an extension
 * does: `t.string({ extensions: { text: 'bytes' } })`.
 */
export function kindOf(typeName: string, name: string): TextKind | null {
  if (typeName !== 'String') return BY_TYPE[typeName] ?? null
  return BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? 'text'
}
