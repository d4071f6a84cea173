import type { Unreachable } from '#lib/graph/index.ts'
import { refusalText } from './refusal.ts'

type Outcome = { __typename: string; code?: string } | Unreachable

/** What the last command came to, in the slot where the page says so. */
export type Receipt = { kind: 'success' | 'danger'; text: string }

/** Runs one command at a time and keeps its receipt. `refresh` reads the page anew when somebody else was first. */
export const performer = (refresh: () => void) => {
  let busy = $state(false)
  let receipt = $state<Receipt>()

  /** @returns the refusal's words, or undefined when it was done */
  const perform = async (command: () => Promise<Outcome>, done?: string): Promise<string | undefined> => {
    busy = true
    const outcome = await command()
    busy = false
    const isDone = outcome.__typename.endsWith('Success')
    // Somebody else was first: show how it stands now, beside the words that say so.
    if (outcome.__typename === 'StaleVersion') refresh()
    const refusal = isDone ? undefined : refusalText(outcome)
    if (refusal) receipt = { kind: 'danger', text: refusal }
    else if (done) receipt = { kind: 'success', text: done }
    return refusal
  }

  return {
    perform,
    get busy() {
      return busy
    },
    get receipt() {
      return receipt
    },
  }
}
