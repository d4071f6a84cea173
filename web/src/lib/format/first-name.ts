/** What a person is called in a sentence: the first word of the name. */
export const firstName = (name: string): string => name.split(' ')[0] ?? name
