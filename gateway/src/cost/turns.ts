import { Line, type LineLimits, type Place } from './line.ts'

export interface TurnLimits extends LineLimits {
  /** What costs no more than this, as a short page does, counts as one of those at once and is not paid for. */
  readonly uncounted: number
  /** An operation of a higher cost takes half of the slots, registered or not: no more than two such run at once. */
  readonly dear: number
  /**
   * The share of its cost that a registered dear operation is charged: no person comes near the limit, a script does.
   */
  readonly registeredShare: number
  /** Operations of one person that may wait. */
  readonly waiting: number
  /** Milliseconds that an operation may wait. */
  readonly waitMs: number
}

/** By what was measured (docs/performance.md): others hardly meet one person's dear operations. */
export const DEFAULT_TURNS: TurnLimits = {
  atOnce: 8,
  burst: 10_000,
  perSecond: 1_000,
  uncounted: 200,
  dear: 1_000,
  registeredShare: 0.1,
  waiting: 100,
  waitMs: 10_000,
}

/** Ends what was begun; may be called again. */
export type Leave = () => void

/** Its turn did not come: there were too many before it, or it waited too long. Later it may. */
export class TooMany extends Error {
  /** Seconds after which to come again. */
  readonly retryAfter: number

  constructor(retryAfter: number) {
    super('Too many at once')
    this.retryAfter = retryAfter
  }
}

/** An operation that enters the queue of its person. */
export interface Entry {
  /** Identifies the person, or the machine. */
  readonly person: string
  readonly cost: number
  /** Whether it is registered: then only a part of its cost is charged, when it is dear, or else nothing. */
  readonly isRegistered?: boolean
  /** Slots; by default those that its cost takes. */
  readonly room?: number
  readonly signal: AbortSignal
}

/**
 * One queue for each person, so that no person's operations delay another's. A queue is kept while something is in it
 * or its budget is not full.
 */
export class Turns {
  readonly #limits: TurnLimits
  readonly #lines = new Map<string, { readonly line: Line; timer?: NodeJS.Timeout | undefined }>()

  constructor(limits: TurnLimits = DEFAULT_TURNS) {
    this.#limits = limits
  }

  /** The highest cost that can be charged at once. */
  get burst(): number {
    return this.#limits.burst
  }

  /** How many persons have a queue now. */
  get lines(): number {
    return this.#lines.size
  }

  /** Whether the person's queue is full, so that no further request is to be accepted. */
  isFull(person: string): boolean {
    return (this.#lines.get(person)?.line.waiting ?? 0) >= this.#limits.waiting
  }

  /**
   * Resolves when the operation may begin. Rejects with TooMany, and with the signal's reason when the client has left.
   */
  async enter({ person, cost, isRegistered = false, room, signal }: Entry): Promise<Leave> {
    const line = this.#lineOf(person)
    if (this.isFull(person)) throw new TooMany(this.later)
    const turn = Promise.withResolvers<void>()
    const wish = { cost: this.#due(cost, isRegistered), room: room ?? this.#roomOf(cost) }
    const place = line.enter(wish, turn.resolve, performance.now())
    const leave = () => this.#leave(person, line, place)
    if (place.state === 'waiting') await this.#wait(person, turn, leave, signal)
    return leave
  }

  #roomOf(cost: number): number {
    return cost > this.#limits.dear ? Math.ceil(this.#limits.atOnce / 2) : 1
  }

  #due(cost: number, isRegistered: boolean): number {
    const { uncounted, dear, registeredShare } = this.#limits
    if (cost <= (isRegistered ? dear : uncounted)) return 0
    return isRegistered ? cost * registeredShare : cost
  }

  /**
   * Charges at once, without waiting for a slot. False when the budget does not cover it; a cost above the burst takes
   * the whole budget.
   */
  pay(person: string, cost: number): boolean {
    const paid = this.#lineOf(person).pay(cost, performance.now())
    this.#watch(person)
    return paid && cost <= this.burst
  }

  async #wait(person: string, turn: PromiseWithResolvers<void>, leave: Leave, signal: AbortSignal) {
    const giveUp = () => turn.reject(signal.reason)
    const late = setTimeout(() => turn.reject(new TooMany(this.later)), this.#limits.waitMs)
    if (signal.aborted) giveUp()
    signal.addEventListener('abort', giveUp, { once: true })
    this.#watch(person)
    try {
      await turn.promise
    } catch (reason) {
      leave()
      throw reason
    } finally {
      clearTimeout(late)
      signal.removeEventListener('abort', giveUp)
    }
  }

  #leave(person: string, line: Line, place: Place): void {
    if (place.state === 'gone') return
    line.leave(place, performance.now())
    this.#watch(person)
  }

  #lineOf(person: string): Line {
    const known = this.#lines.get(person)
    if (known) return known.line
    const line = new Line(this.#limits, performance.now())
    this.#lines.set(person, { line })
    return line
  }

  /** Looks again when time alone changes something, and forgets a line that is as new. */
  #watch(person: string): void {
    const kept = this.#lines.get(person)
    if (!kept) return
    clearTimeout(kept.timer)
    const now = performance.now()
    kept.line.look(now)
    if (kept.line.isNew(now)) return void this.#lines.delete(person)
    const rest = kept.line.rest(now)
    kept.timer = rest === Infinity ? undefined : setTimeout(() => this.#watch(person), rest).unref()
  }

  /** Seconds that it takes to be allowed the dearest operation. */
  get later(): number {
    return Math.ceil(this.#limits.burst / this.#limits.perSecond)
  }
}
