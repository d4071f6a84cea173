export interface LineLimits {
  /** Places: operations under way at once, of which a dear one takes several. */
  readonly atOnce: number
  /** Cost that may be asked for at once after a pause, and by which it fills again per second. */
  readonly burst: number
  readonly perSecond: number
}

export interface Wish {
  readonly cost: number
  /** How many of the places it takes; one unless said. */
  readonly room?: number
}

/** One operation in the line: waiting, then begun, then gone. */
export interface Place extends Required<Wish> {
  state: 'waiting' | 'begun' | 'gone'
}

interface Waiting {
  readonly place: Place
  readonly begin: () => void
}

/**
 * One person's line: so many operations at once, and so much cost in a time. First come, first served, save that what
 * costs nothing passes what waits for its cost. Knows no clock: each call is given the time, in milliseconds.
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

  /**
   * `begin` is called once, when its turn comes: perhaps before this returns. A cost above the burst counts as it, and
   * what takes more than all places takes all.
   */
  enter({ cost, room = 1 }: Wish, begin: () => void, now: number): Place {
    const { atOnce, burst } = this.#limits
    const place: Place = { cost: Math.min(cost, burst), room: Math.min(room, atOnce), state: 'waiting' }
    this.#waiting.push({ place, begin })
    this.look(now)
    return place
  }

  /** Takes what has no place of its own and does not wait. False when so much may not be asked for now. */
  pay(cost: number, now: number): boolean {
    this.#fill(now)
    const due = Math.min(cost, this.#limits.burst)
    if (due > this.#left) return false
    this.#left -= due
    return true
  }

  /** Whether it waited, was under way or has left already. What was spent is not given back. */
  leave(place: Place, now: number): void {
    if (place.state === 'begun') this.#begun -= place.room
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
      const { cost, room } = each.place
      if (!this.#hasRoom(each.place)) return
      if (cost > 0 && (isShort ||= cost > this.#left)) continue
      this.#waiting.splice(this.#waiting.indexOf(each), 1)
      this.#begun += room
      this.#left -= cost
      each.place.state = 'begun'
      each.begin()
    }
  }

  /** Milliseconds after which time alone changes something: somebody may begin, or all is as new. Infinity: never. */
  rest(now: number): number {
    this.#fill(now)
    for (const { place } of this.#waiting) {
      if (!this.#hasRoom(place)) return Infinity
      if (place.cost > 0) return this.#until(place.cost)
    }
    return this.#begun > 0 ? Infinity : this.#until(this.#limits.burst)
  }

  /** Nothing is under way or waits, and nothing is owed. */
  isNew(now: number): boolean {
    this.#fill(now)
    return this.#begun === 0 && this.#waiting.length === 0 && this.#left >= this.#limits.burst
  }

  #hasRoom({ room }: Place): boolean {
    return this.#begun + room <= this.#limits.atOnce
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
