/** What holds of whom and what the commands of every subgraph take: a line in each subgraph that takes any. */
import type { GraphQLSchema } from 'graphql'
import { expect, test } from 'vitest'
import { tryChoice, type Choice } from './choice-trial.ts'
import { choices } from './id-kinds.ts'

/** A case for each place where somebody or something is chosen, `addDelegate.delegateId`; prepared when it is tried. */
export type ChoiceCases = Readonly<Record<string, () => Promise<Choice>>>

export function choiceTests(
  schema: GraphQLSchema,
  cases: ChoiceCases,
  contents: () => Promise<unknown>,
): void {
  test('every choice is tried', () => {
    expect(Object.keys(cases).toSorted()).toEqual(choices(schema))
  })

  test.each(Object.entries(cases))(
    '%s takes whom and what the actor may choose, and nothing else',
    async (_at, prepare) => {
      expect(await tryChoice(await prepare(), contents)).toEqual([])
    },
  )
}
