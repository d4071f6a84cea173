import { Attempt } from './attempt.ts'
import { CLOSED, probed, probeEnded, requestEnded, type Circuit } from './circuit.ts'
import { loadOf, observed, UNKNOWN, type Latency } from './latency.ts'
import { within, type Until } from './until.ts'

/** One of several that can answer alike. */
interface Replica<Target> {
  readonly target: Target
  circuit: Circuit
  /** Requests under way. */
  pending: number
  latency: Latency
  /** Resolved when the latest probe has ended. */
  probe: PromiseWithResolvers<void>
}

export interface Surroundings {
  /** Epoch milliseconds. */
  readonly now: () => number
  /** At least 0, below 1. */
  readonly random: () => number
}

const REAL: Surroundings = { now: () => Date.now(), random: Math.random }

/** How long a probe may take while another replica is available, so that its request does not wait for a dead one. */
const PROBE_MS = 2000

export interface Need<Target> {
  /** The replicas that were tried already; the caller keeps the set from one call to the next. */
  readonly tried: Set<Target>
  /** Whether the request may be a probe of a replica that perhaps does not answer, while others are available. */
  readonly mayProbe: boolean
  readonly until: Until
}

/**
 * Distributes requests over replicas: of two the less loaded (Mitzenmacher, "The power of two choices in randomized
 * load balancing"), one of them the next in turn, so that equal ones get equal shares, and one at random. A replica
 * whose circuit is open gets no request while there are others.
 */
export class Balancer<Target> {
  readonly #replicas: readonly Replica<Target>[]
  readonly #now: () => number
  readonly #random: () => number
  #turn = 0

  constructor(targets: readonly Target[], { now, random }: Surroundings = REAL) {
    this.#now = now
    this.#random = random
    this.#replicas = targets.map((target) => ({
      target,
      circuit: CLOSED,
      pending: 0,
      latency: UNKNOWN,
      probe: Promise.withResolvers(),
    }))
  }

  /**
   * The next replica to try; undefined when all have been tried. When all that are left are being probed, waits for the
   * end of a probe: one that fails counts as tried for every request that waited. Throws NoAnswer when that takes too
   * long.
   */
  async next(need: Need<Target>): Promise<Attempt<Target> | undefined> {
    for (;;) {
      const left = this.#replicas.filter(({ target }) => !need.tried.has(target))
      if (left.length === 0) return undefined
      const attempt = this.#choose(left, need.mayProbe)
      if (attempt) return attempt
      await within(Promise.race(left.map(({ probe }) => probe.promise)), need.until)
      for (const { circuit, target } of left)
        if (circuit.kind === 'open' && circuit.until > this.#now()) need.tried.add(target)
    }
  }

  #choose(left: readonly Replica<Target>[], mayProbe: boolean): Attempt<Target> | undefined {
    const closed = left.filter(({ circuit }) => circuit.kind === 'closed')
    const reopening = firstToReopen(left)
    const due = reopening && reopening.until <= this.#now()
    if (reopening && (closed.length === 0 || (due && mayProbe)))
      return this.#probe(reopening.replica, closed.length > 0 ? PROBE_MS : Infinity)
    const chosen = this.#lessLoaded(closed)
    return chosen && this.#begin(chosen, Infinity, requestEnded)
  }

  #lessLoaded(among: readonly Replica<Target>[]): Replica<Target> | undefined {
    if (among.length < 2) return among[0]
    const at = this.#turn++ % among.length
    const other = Math.floor(this.#random() * (among.length - 1))
    const [one, two] = [among[at], among[other < at ? other : other + 1]]
    if (!one || !two) return one ?? two
    const now = this.#now()
    return loadOf(two.pending, two.latency, now) < loadOf(one.pending, one.latency, now) ? two : one
  }

  #probe(replica: Replica<Target>, patienceMs: number): Attempt<Target> {
    replica.circuit = probed(replica.circuit)
    replica.probe = Promise.withResolvers()
    return this.#begin(replica, patienceMs, (circuit, outcome, now) => {
      replica.probe.resolve()
      return probeEnded(circuit, outcome, now)
    })
  }

  #begin(replica: Replica<Target>, patienceMs: number, ended: typeof requestEnded): Attempt<Target> {
    const began = this.#now()
    replica.pending++
    return new Attempt(replica.target, patienceMs, {
      finish: (outcome) => {
        const now = this.#now()
        replica.circuit = ended(replica.circuit, outcome, now)
        // Giving up early, or being refused at once, does not make a replica fast.
        const took = now - began
        if (outcome === 'answered' || took > replica.latency.meanMs)
          replica.latency = observed(replica.latency, took, now)
      },
      release: () => void replica.pending--,
    })
  }
}

function firstToReopen<Target>(among: readonly Replica<Target>[]) {
  let first: { readonly replica: Replica<Target>; readonly until: number } | undefined
  for (const replica of among) {
    const { circuit } = replica
    if (circuit.kind === 'open' && (!first || circuit.until < first.until))
      first = { replica, until: circuit.until }
  }
  return first
}
