import type { Clock } from './clock.ts'
import type { Wire } from './wire.ts'

const PROBE_MS = 10_000

/** Cuts a socket that neither acknowledges nor answers probes: a silent one would look like a quiet queue. */
export class Liveness {
  readonly #clock: Clock
  readonly #wire: Wire
  /** While true the socket is not read, so no answer can come. */
  readonly #isHeld: () => boolean
  #cancel = () => {}
  #isExpected = false

  constructor(clock: Clock, wire: Wire, isHeld: () => boolean) {
    this.#clock = clock
    this.#wire = wire
    this.#isHeld = isHeld
  }

  /** Cuts the socket unless an answer comes in time. */
  expect() {
    this.#isExpected = true
    this.#next(() => (this.#isHeld() ? this.expect() : this.#wire.cut()))
  }

  /** An answer has come; the next probe is sent after a while. */
  answered() {
    this.#isExpected = false
    this.#next(() => {
      // Before it is asked for, an answer is expected: it may come at once.
      this.expect()
      this.#wire.probe()
    })
  }

  /** The socket is read again: an answer that waited on it has all its time to come. */
  released() {
    if (this.#isExpected) this.expect()
  }

  stop() {
    this.#isExpected = false
    this.#cancel()
  }

  /** There is one timer: what waited is forgotten. */
  #next(run: () => void) {
    this.#cancel()
    this.#cancel = this.#clock.after(PROBE_MS, run)
  }
}
