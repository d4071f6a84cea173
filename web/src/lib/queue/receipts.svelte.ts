import type { Placed } from './state.ts'

export type Receipt = {
  readonly kind: 'accepted' | 'rejected' | 'undone'
  readonly count: number
  /** How many were selected, when not all were done. */
  readonly of?: number
  /** What «Angre» takes back. */
  readonly undoable?: readonly Placed[]
}

/** How long the prompt to undo is shown. The command itself remains: the settled row can be changed later. */
const UNDO_SECONDS = 10

/** What was just done, for as long as it is offered to be undone. */
export class Receipts {
  #current = $state.raw<Receipt>()
  #secondsLeft = $state(0)
  #timer: ReturnType<typeof setInterval> | undefined

  get current(): Receipt | undefined {
    return this.#current
  }

  get secondsLeft(): number {
    return this.#secondsLeft
  }

  show(receipt: Receipt): void {
    this.clear()
    this.#current = receipt
    this.#secondsLeft = UNDO_SECONDS
    this.#timer = setInterval(() => {
      this.#secondsLeft -= 1
      if (this.#secondsLeft <= 0) this.clear()
    }, 1000)
  }

  clear(): void {
    clearInterval(this.#timer)
    this.#current = undefined
  }
}
