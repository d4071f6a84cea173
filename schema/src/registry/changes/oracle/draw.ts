import fc, { type GeneratorValue } from 'fast-check'

/** Choices that a seed decides. */
export interface Draw {
  pick<Item>(items: readonly Item[]): Item
  chance(): boolean
  /** 0, 1, 2 … */
  next(): number
}

export function drawBy(generate: GeneratorValue): Draw {
  let count = 0
  return {
    pick(items) {
      const item = items[generate(fc.nat, { max: items.length - 1 })]
      if (item === undefined) throw new Error('nothing to pick from')
      return item
    },
    chance: () => generate(fc.boolean),
    next: () => count++,
  }
}
