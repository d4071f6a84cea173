/** Part of the name, in any case, of whatever has a checksum: of a column and of a field alike. */
export const DIGEST_NAMES = 'digest|sha256|checksum|hash'

export const isDigestName = (name: string): boolean => new RegExp(DIGEST_NAMES, 'i').test(name)
