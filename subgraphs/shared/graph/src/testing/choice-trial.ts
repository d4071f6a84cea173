/** For tests: whether a mutation takes whom and what the actor may choose, and nobody and nothing else. */

/** A member of a mutation's union, as far as a refusal can be read from it. */
export interface Answer {
  readonly __typename: string
  readonly code?: string | null
}

export interface Choice {
  /** Gives the command with this id in the place of the choice; all else of it is in order. */
  readonly choose: (id: string) => Promise<Answer>
  /** Who or what it is → its id, and the code or the type that refuses it. */
  readonly refused: Readonly<Record<string, readonly [id: string, says: string]>>
  /** An id that it takes, or the refusals before it would prove nothing. */
  readonly taken: string
}

/**
 * Tries all that is refused, then what is taken. Answers with what did not go so, a line each: none, when the choice is
 * held to its rule. `contents` is what the database holds: a refusal changes nothing of it.
 */
export async function tryChoice(
  { choose, refused, taken }: Choice,
  contents: () => Promise<unknown>,
): Promise<readonly string[]> {
  const odd: string[] = []
  for (const [who, [id, says]] of Object.entries(refused)) {
    const { answer, changed } = await chosen(choose, id, contents)
    if ((answer.code ?? answer.__typename) !== says)
      odd.push(`${who}: ${answer.code ?? answer.__typename}, not ${says}`)
    if (changed) odd.push(`${who}: something was changed`)
  }
  const { answer, changed } = await chosen(choose, taken, contents)
  if (answer.code || !changed) odd.push(`taken: ${answer.code ?? answer.__typename}, and nothing was changed`)
  return odd
}

async function chosen(choose: Choice['choose'], id: string, contents: () => Promise<unknown>) {
  const before = JSON.stringify(await contents())
  const answer = await choose(id)
  return { answer, changed: before !== JSON.stringify(await contents()) }
}
