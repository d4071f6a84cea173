import type { Outcome } from './circuit.ts'

/** A request that is being sent to one replica. It counts as the replica's load until `end` is called. */
export class Attempt<Target> {
  readonly target: Target
  /** Milliseconds after which another replica should be tried. */
  readonly patienceMs: number
  readonly #finish: (outcome: Outcome) => void
  readonly #release: () => void
  #state: 'under way' | 'settled' | 'ended' = 'under way'

  constructor(
    target: Target,
    patienceMs: number,
    { finish, release }: { finish: (outcome: Outcome) => void; release: () => void },
  ) {
    this.target = target
    this.patienceMs = patienceMs
    this.#finish = finish
    this.#release = release
  }

  /** The replica answered, with whatever status. */
  answered(): void {
    this.#tell('answered')
  }

  /** The replica could not be reached, broke the connection or took too long. */
  failed(): void {
    this.#tell('failed')
  }

  /** Releases the replica. Without an outcome before, the request was abandoned by its client. */
  end(): void {
    this.#tell('abandoned')
    if (this.#state === 'ended') return
    this.#state = 'ended'
    this.#release()
  }

  #tell(outcome: Outcome): void {
    if (this.#state !== 'under way') return
    this.#state = 'settled'
    this.#finish(outcome)
  }
}
