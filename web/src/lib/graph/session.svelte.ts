/** What the page knows of its session. Only ever set in the browser: the module is shared on the server. */
class Session {
  #expired = $state(false)

  get expired(): boolean {
    return this.#expired
  }

  set expired(value: boolean) {
    if (typeof window !== 'undefined') this.#expired = value
  }
}

export const session = new Session()
