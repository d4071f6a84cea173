/** The state of the session in the browser. Never set on the server, where the module is shared by all. */
class Session {
  #expired = $state(false)
  #inDoubt: (() => void) | undefined

  get expired(): boolean {
    return this.#expired
  }

  /**
   * Something was refused that had been allowed, or the connection was away: the person may have been signed out, or may
   * do other things now.
   */
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
