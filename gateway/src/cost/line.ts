export interface LineLimits {
  /** Slots: operations under way at once. A dear operation takes several. */
  readonly atOnce: number
  /** The budget after a pause; a spent budget is refilled by `perSecond`. */
  readonly burst: number
  readonly perSecond: number
}

export interface Wish {
  readonly cost: number
  /** How many slots it takes; one by default. */
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
 * The queue of one person's operations, limited in slots and in cost over time. First come, first served, except that
 * an operation without cost passes those that wait for budget. Has no clock: each call gets the time in milliseconds.
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
   * Calls `begin` once, when the operation may start: perhaps before this returns. A cost above the burst is reduced to
   * the burst, and a room above all slots to all slots.
   */
  enter({ cost, room = 1 }: Wish, begin: () => void, now: number): Place {
    const { atOnce, burst } = this.#limits
    const place: Place = { cost: Math.min(cost, burst), room: Math.min(room, atOnce), state: 'waiting' }
    this.#waiting.push({ place, begin })
    this.look(now)
    return place
  }

  /** Charges a cost that takes no slot and does not wait. False when the budget does not cover it. */
  pay(cost: number, now: number): boolean {
    this.#fill(now)
    const due = Math.min(cost, this.#limits.burst)
    if (due > this.#left) return false
    this.#left -= due
    return true
  }

  /** Removes an operation in whichever state. Its cost is not refunded. */
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

  /**
   * Milliseconds until time alone changes something: an operation may begin, or the budget is full. Infinity: never.
   */
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
