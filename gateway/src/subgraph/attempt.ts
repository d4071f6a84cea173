import type { Outcome } from './circuit.ts'

/** A request that is being sent to one replica. It counts as the replica's load until `end` is called. */
export class Attempt<Target> {
  readonly target: Target
  /** Milliseconds after which it is better to ask another replica. */
  readonly patienceMs: number
  readonly #finish: (outcome: Outcome) => void
  readonly #release: () => void
  #state: 'under way' | 'told' | 'ended' = 'under way'

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

  /** The replica answered, whatever it said. */
  answered(): void {
    this.#tell('answered')
  }

  /** It could not be reached, broke the connection or took too long. */
  failed(): void {
    this.#tell('failed')
  }

  /** Nothing more is under way. Without a word on how it went, the request was given up by whoever asked. */
  end(): void {
    this.#tell('abandoned')
    if (this.#state === 'ended') return
    this.#state = 'ended'
    this.#release()
  }

  #tell(outcome: Outcome): void {
    if (this.#state !== 'under way') return
    this.#state = 'told'
    this.#finish(outcome)
  }
}
