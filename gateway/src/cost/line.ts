export interface LineLimits {
  /** Operations under way at once. */
  readonly atOnce: number
  /** Cost that may be asked for at once after a pause, and by which it fills again per second. */
  readonly burst: number
  readonly perSecond: number
}

/** One operation in the line: waiting, then begun, then gone. */
export interface Place {
  readonly cost: number
  state: 'waiting' | 'begun' | 'gone'
}

interface Waiting {
  readonly place: Place
  readonly begin: () => void
}

/**
 * One person's line: so many operations at once, and so much cost in a time. First come, first served, save that what
 * costs nothing passes what waits for its cost. Knows no clock: each call is told the time, in milliseconds.
 */
export class Line {
  readonly #limits: LineLimits
  readonly #waiting: Waiting[] = []
  #begun = 0
  /** What may be spent, as it was at `#at`. */
  #left: number
  #at: number

  constructor(limits: LineLimits, now: number) {
    this.#limits = limits
    this.#left = limits.burst
    this.#at = now
  }

  get waiting(): number {
    return this.#waiting.length
  }

  /** `begin` is called once, when its turn comes: perhaps before this returns. A cost above the burst counts as it. */
  enter(cost: number, begin: () => void, now: number): Place {
    const place: Place = { cost: Math.min(cost, this.#limits.burst), state: 'waiting' }
    this.#waiting.push({ place, begin })
    this.look(now)
    return place
  }

  /** Whether it waited, was under way or has left already. What was spent is not given back. */
  leave(place: Place, now: number): void {
    if (place.state === 'begun') this.#begun--
    if (place.state === 'waiting') {
      const at = this.#waiting.findIndex((each) => each.place === place)
      this.#waiting.splice(at, 1)
    }
    place.state = 'gone'
    this.look(now)
  }

  /** Lets begin what may. */
  look(now: number): void {
    this.#fill(now)
    let isShort = false
    for (const each of [...this.#waiting]) {
      if (this.#begun >= this.#limits.atOnce) return
      const { cost } = each.place
      if (cost > 0 && (isShort ||= cost > this.#left)) continue
      this.#waiting.splice(this.#waiting.indexOf(each), 1)
      this.#begun++
      this.#left -= cost
      each.place.state = 'begun'
      each.begin()
    }
  }

  /** Milliseconds after which time alone changes something: somebody may begin, or all is as new. Infinity: never. */
  rest(now: number): number {
    this.#fill(now)
    const first = this.#waiting.find(({ place }) => place.cost > 0)
    if (first) return this.#begun < this.#limits.atOnce ? this.#until(first.place.cost) : Infinity
    return this.#begun > 0 ? Infinity : this.#until(this.#limits.burst)
  }

  /** Nothing is under way or waits, and nothing is owed. */
  isNew(now: number): boolean {
    this.#fill(now)
    return this.#begun === 0 && this.#waiting.length === 0 && this.#left >= this.#limits.burst
  }

  #until(cost: number): number {
    return Math.max(0, Math.ceil(((cost - this.#left) / this.#limits.perSecond) * 1000))
  }

  #fill(now: number): void {
    const { burst, perSecond } = this.#limits
    this.#left = Math.min(burst, this.#left + (Math.max(0, now - this.#at) / 1000) * perSecond)
    this.#at = Math.max(this.#at, now)
  }
}
