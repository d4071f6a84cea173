const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/**
 * Whether the text can be an id at all; one that cannot names nothing, and the database need not be asked. A reference's
 * key may be anything, whatever its type says.
 */
export const isId = (text: string): boolean => typeof text === 'string' && UUID.test(text)
