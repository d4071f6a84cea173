/** What the page knows of its session. Only ever set in the browser: the module is shared on the server. */
class Session {
  #expired = $state(false)
  #inDoubt: (() => void) | undefined

  get expired(): boolean {
    return this.#expired
  }

  /** Something was refused that had been allowed: the person may have been signed out, or may do other things now. */
  doubt(): void {
    this.#inDoubt?.()
  }

  /** @returns what stops it */
  whenInDoubt(ask: () => void): () => void {
    this.#inDoubt = ask
    return () => (this.#inDoubt = undefined)
  }

  set expired(value: boolean) {
    if (typeof window !== 'undefined') this.#expired = value
  }
}

export const session = new Session()
