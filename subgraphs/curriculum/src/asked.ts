/** What a client sends, as the database takes it. A reference's key may be anything, whatever its type says. */

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const NOBODY = '00000000-0000-0000-0000-000000000000'

/**
 * An id to look up, as the database writes it; what cannot be one is the id of nothing, so that it is not found like any
 * other unknown id.
 */
export const asId = (text: string): string =>
  typeof text === 'string' && UUID.test(text) ? text.toLowerCase() : NOBODY

/** A text to search for, without what the database refuses; null when nothing is left. */
export const asSearch = (text: string | null | undefined): string | null =>
  text?.toWellFormed().replaceAll('\0', '').trim() || null

/** A code to look up; what cannot be one is the code of nothing. */
export const asCode = (text: string): string =>
  typeof text === 'string' && /^[\p{L}\p{N}_-]+$/u.test(text) ? text : ''
