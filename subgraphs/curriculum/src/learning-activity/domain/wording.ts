/** What an activity says. */
export interface Wording {
  readonly title: string
  readonly description: string | null
  readonly validMonths: number | null
  readonly courseHours: number | null
}

type Given<T> = { readonly [Key in keyof T]: T[Key] | (null extends T[Key] ? undefined : never) }

/** The wording that an input gives: the title in one line; what it leaves out is nothing. */
export const wordingOf = (
  input: Pick<Wording, 'title'> & Partial<Given<Omit<Wording, 'title'>>>,
): Wording => ({
  title: input.title.replaceAll(/\s+/g, ' '),
  description: input.description ?? null,
  validMonths: input.validMonths ?? null,
  courseHours: input.courseHours ?? null,
})
