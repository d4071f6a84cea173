/**
 * The most characters of a text that a client sends, by what it is for: in UTF-16 units, as the browser's `maxlength` counts.
 * Some commands take fewer of what a person writes; their descriptions say so.
 */
export const MOST_CHARACTERS = {
  /** What a person writes. */
  text: 10_000,
  search: 200,
  code: 64,
} as const
