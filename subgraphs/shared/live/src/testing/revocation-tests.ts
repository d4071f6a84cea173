/** What becomes of the live fields of every subgraph when a right ends: one call in each subgraph that has live fields. */
import { describe, expect, test } from 'vitest'
import { effectOf, liveFields, RIGHTS, type Effect, type Right, type Trial } from './revocation.ts'

/** By the live field's key: what each right is to it. */
export type Effects = Readonly<Record<string, Readonly<Record<Right, Effect>>>>

/** `proves` are the ids of the functions that the fields are of. */
export function revocationTests(proves: string, trial: Trial, effects: Effects): void {
  const fields = liveFields(trial.schema)

  test('B02 every live field is tried with every right', () => {
    expect(fields.map(({ key }) => key).toSorted()).toEqual(Object.keys(effects).toSorted())
  })

  describe.concurrent(`B02 ${proves} what becomes of a stream when the right to it ends`, () => {
    test.each(fields.flatMap((field) => RIGHTS.map((right) => [field.key, right, field] as const)))(
      '%s: %s',
      async (key, right, field) => {
        expect(await effectOf(field, right, trial)).toBe(effects[key]?.[right])
      },
    )
  })
}
