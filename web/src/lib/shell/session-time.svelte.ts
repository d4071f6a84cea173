import { session } from '#lib/graph/index.ts'

/** The question comes this long before the session ends. */
const ASK_BEFORE_MS = 2 * 60_000

type Answer = { secondsLeft: number }

/** Follows when the session ends, to offer the person a longer one before it does. Browser only. */
class SessionTime {
  /** When it ends, while the question is open; undefined otherwise. */
  endsAt = $state.raw<Date>()
  busy = $state(false)
  #timer: ReturnType<typeof setTimeout> | undefined

  /** Begins to follow. @returns what stops it */
  follow(): () => void {
    const look = () => void this.#look()
    // A computer that slept has timers that are late.
    const wake = () => document.visibilityState === 'visible' && look()
    document.addEventListener('visibilitychange', wake)
    look()
    return () => {
      document.removeEventListener('visibilitychange', wake)
      clearTimeout(this.#timer)
    }
  }

  /** The work goes on: the session lasts as long as a new one. */
  async prolong(): Promise<void> {
    this.busy = true
    await this.#look('POST')
    this.busy = false
  }

  /** Requests the time left from the server each time: another window may have extended the session. */
  async #look(method: 'GET' | 'POST' = 'GET'): Promise<void> {
    clearTimeout(this.#timer)
    const answer = await fetch('/okt', { method }).catch(() => undefined)
    if (answer?.status === 401) return this.#ended()
    const left = answer?.ok ? ((await answer.json()) as Answer).secondsLeft * 1000 : undefined
    // Without an answer the session may still exist: look again in a while.
    if (left === undefined) return this.#lookIn(ASK_BEFORE_MS / 4)
    const asks = left <= ASK_BEFORE_MS
    this.endsAt = asks ? new Date(Date.now() + left) : undefined
    this.#lookIn(asks ? Math.min(left + 1_000, 15_000) : left - ASK_BEFORE_MS)
  }

  /** There is one timer, also when two answers come at once. */
  #lookIn(ms: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#look(), ms)
  }

  #ended(): void {
    this.endsAt = undefined
    session.expired = true
  }
}

export const sessionTime = new SessionTime()
