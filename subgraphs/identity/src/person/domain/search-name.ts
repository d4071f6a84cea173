/** What a name is searched by: lower case, each word after a space. Only letters, digits and apostrophes are left. */
export const searchName = (givenName: string, familyName: string): string =>
  ` ${givenName} ${familyName}`.toLowerCase().replace(/[^\p{L}\p{M}\p{N}'’]+/gu, ' ')
