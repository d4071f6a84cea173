/** The languages of the portal; the migration's CHECK says the same. */
export const LANGUAGES = ['BOKMAL', 'NYNORSK', 'ENGLISH'] as const
export type Language = (typeof LANGUAGES)[number]
