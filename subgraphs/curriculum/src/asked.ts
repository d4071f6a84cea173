/** What a client sends, as the database takes it. */

import { isCode, isId } from '@kompetanse/graph'

const NOBODY = '00000000-0000-0000-0000-000000000000'

/**
 * An id to look up, as the database writes it; what cannot be one is the id of nothing, so that it is not found like any
 * other unknown id.
 */
export const asId = (text: string): string => (isId(text) ? text.toLowerCase() : NOBODY)

/** A text to search for, without what the database refuses; null when nothing is left. */
export const asSearch = (text: string | null | undefined): string | null =>
  text?.toWellFormed().replaceAll('\0', '').trim() || null

/** A code to look up; what cannot be one is the code of nothing. */
export const asCode = (text: string): string => (isCode(text) ? text : '')
