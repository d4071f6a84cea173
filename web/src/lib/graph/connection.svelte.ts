/** Whether live updates reach the page. */
class Connection {
  #lost = $state(false)
  #timesRestored = $state(0)

  get isLost(): boolean {
    return this.#lost
  }

  /** Counts the reconnections, so that a page may show «Tilbake på nett». */
  get timesRestored(): number {
    return this.#timesRestored
  }

  lost(): void {
    this.#lost = true
  }

  restored(): void {
    this.#timesRestored += 1
    this.#lost = false
  }
}

export const connection = new Connection()
