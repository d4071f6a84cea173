/** Whether live updates reach the page. */
class Connection {
  #lost = $state(false)
  #timesRestored = $state(0)

  get isLost(): boolean {
    return this.#lost
  }

  /** Grows each time the connection came back: a page may say «Tilbake på nett». */
  get timesRestored(): number {
    return this.#timesRestored
  }

  lost(): void {
    this.#lost = true
  }

  restored(): void {
    if (this.#lost) this.#timesRestored += 1
    this.#lost = false
  }
}

export const connection = new Connection()
