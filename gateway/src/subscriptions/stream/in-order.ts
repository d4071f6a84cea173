/** Something that is delivered when all before it has been. */
interface Slot<Item> {
  readonly bytes: number
  ready: { readonly item: Item } | null
}

/**
 * One order for all that goes through, however long each takes: what is ready while nothing waits is handed on at
 * once, everything else waits for what came before it.
 */
export class InOrder<Item> {
  readonly #deliver: (item: Item) => void
  readonly #onDelivered: () => void
  readonly #slots: Slot<Item>[] = []
  #bytes = 0
  #last: (() => void) | null = null

  /** `onDelivered`: called when there is more room than before. */
  constructor(deliver: (item: Item) => void, onDelivered: () => void) {
    this.#deliver = deliver
    this.#onDelivered = onDelivered
  }

  get length(): number {
    return this.#slots.length
  }

  get bytes(): number {
    return this.#bytes
  }

  push(item: Item, bytes: number) {
    if (this.#slots.length === 0) this.#deliver(item)
    else this.#append({ bytes, ready: { item } })
  }

  /** The promise must not reject. */
  pushLater(coming: Promise<Item>, bytes: number) {
    const slot: Slot<Item> = { bytes, ready: null }
    this.#append(slot)
    void coming.then((item) => {
      slot.ready = { item }
      this.#drain()
    })
  }

  /** Runs when all that came before has been delivered. Nothing is pushed afterwards. */
  finish(last: () => void) {
    this.#last ??= last
    this.#drain()
  }

  /** Forgets what waits. */
  clear() {
    this.#slots.length = 0
    this.#bytes = 0
  }

  #append(slot: Slot<Item>) {
    this.#slots.push(slot)
    this.#bytes += slot.bytes
  }

  #drain() {
    const before = this.#slots.length
    for (let [slot] = this.#slots; slot?.ready; [slot] = this.#slots) {
      this.#slots.shift()
      this.#bytes -= slot.bytes
      this.#deliver(slot.ready.item)
    }
    if (this.#slots.length < before) this.#onDelivered()
    if (this.#slots.length > 0) return
    const last = this.#last
    this.#last = null
    last?.()
  }
}
