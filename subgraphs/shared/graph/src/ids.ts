import { brandId, type Id, type IdKind } from '@kompetanse/schema/ids'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const CODE = /^[\p{L}\p{N}_-]+$/u

// A reference's key may be anything, whatever its type says, and what is no text would take the others with it.

/** Whether the text can be an id at all; one that cannot names nothing, and no query is sent. */
export const isId = (text: string): boolean => typeof text === 'string' && UUID.test(text)

/** The id of nothing: what cannot be an id comes to a resolver as it. */
export const NO_ID = brandId<never>('00000000-0000-0000-0000-000000000000')

/**
 * An id as the database writes it, of what whoever calls says it is; what cannot be one is NO_ID, so that it answers like
 * an unknown one.
 */
export const asId = <Of extends IdKind>(text: string): Id<Of> =>
  isId(text) ? brandId(text.toLowerCase()) : NO_ID

/** The error for an id that is answered as `asId` made it. */
export const ID_AS_GIVEN = 'As it was given; all zeros of what cannot be an id.'

const isNone = (id: string) => id === NO_ID

/** Each id once; of those that cannot be one nobody knows whether they were the same, so each stays. */
export const eachOnce = <Key extends string>(ids: readonly Key[]): readonly Key[] =>
  ids.filter((id, at) => isNone(id) || ids.indexOf(id) === at)

/** Whether the text can be a code at all: of a track, a speciality, a region. */
export const isCode = (text: string): boolean => typeof text === 'string' && CODE.test(text)

export const asCode = (text: string): string => (isCode(text) ? text : '')
