import type { Wording } from '../use-cases/change-activity.ts'

type Given<T> = { readonly [Key in keyof T]: T[Key] | (null extends T[Key] ? undefined : never) }

/** The wording that an input gives: what it leaves out is nothing. */
export const wordingOf = (
  input: Pick<Wording, 'title'> & Partial<Given<Omit<Wording, 'title'>>>,
): Wording => ({
  title: input.title,
  description: input.description ?? null,
  validMonths: input.validMonths ?? null,
  courseHours: input.courseHours ?? null,
})
