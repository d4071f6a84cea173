import type { Unreachable } from '#lib/graph/index.ts'
import type { InTurn } from './in-turn.ts'
import { refusalText } from './refusal.ts'

type Outcome = { __typename: string; code?: string } | Unreachable

/** What the last command came to, in the slot where the page says so. */
export type Receipt = { kind: 'success' | 'danger'; text: string }

const atOnce: InTurn = (work) => work()

/**
 * Runs one command at a time and keeps its receipt. `refresh` reads the page anew when somebody else was first;
 * `turn` lets a command wait for what the page has begun before it, say a file on its way.
 */
export const performer = (refresh: () => void, turn: InTurn = atOnce) => {
  let busy = $state(false)
  let receipt = $state<Receipt>()

  /** @returns the refusal's words, or undefined when it was done */
  const perform = async (command: () => Promise<Outcome>, done?: string): Promise<string | undefined> => {
    busy = true
    const outcome = await turn(command)
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
    /** Tells in the same slot what was done elsewhere, in a dialog for instance. */
    say(what: Receipt) {
      receipt = what
    },
    get busy() {
      return busy
    },
    get receipt() {
      return receipt
    },
  }
}
