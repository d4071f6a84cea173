import type { Random } from '../random.ts'

interface Declared {
  readonly name: string
  readonly type: string
  readonly text: string
}

const HOSTILE = ['representations', '__proto__', 'constructor', 'toString', '__v0', 'id', 'first', '_any']

/** The variables of an operation under way, with the values that it is to be sent with. */
export class Variables {
  readonly #random: Random
  readonly #declared: Declared[] = []
  readonly #values: [string, unknown][] = []

  constructor(random: Random) {
    this.#random = random
  }

  /** A variable of the type: a known one now and then, else one that is sent the value, or has it as a default. */
  use(type: string, value: unknown, literal: string): string {
    const known = this.#declared.filter((each) => each.type === type)
    if (known.length > 0 && this.#random.chance(0.3)) return `$${this.#random.pick(known).name}`
    const name = this.#freshName()
    const isDefault = this.#random.chance(0.2)
    const isSent = !isDefault || this.#random.chance(0.5)
    const omitted = !type.endsWith('!') && !isDefault && this.#random.chance(0.2)
    this.#declared.push({ name, type, text: `$${name}: ${type}${isDefault ? ` = ${literal}` : ''}` })
    if (isSent && !omitted) this.#values.push([name, value])
    return `$${name}`
  }

  #freshName(): string {
    const isFree = (name: string) => !this.#declared.some((each) => each.name === name)
    const hostile = HOSTILE.filter(isFree)
    if (this.#random.chance(0.15) && hostile.length > 0) return this.#random.pick(hostile)
    return `v${this.#declared.length}`
  }

  get text(): string {
    return this.#declared.length > 0 ? `(${this.#declared.map(({ text }) => text).join(', ')})` : ''
  }

  /** Own properties all, `__proto__` too. */
  get values(): Record<string, unknown> {
    return Object.fromEntries(this.#values)
  }
}
