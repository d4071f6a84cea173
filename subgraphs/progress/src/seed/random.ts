import { createHash } from 'node:crypto'

/** A number in [0, 1) that is always the same for the same name: seeding is chance that can be repeated. */
export function chance(...name: readonly (string | number)[]): number {
  const digest = createHash('sha256').update(name.join('/')).digest()
  return digest.readUInt32BE(0) / 2 ** 32
}

/** One of them, always the same for the same name. Throws when there is none to choose from. */
export function choose<T>(from: readonly T[], ...name: readonly (string | number)[]): T {
  const chosen = from[Math.floor(chance(...name) * from.length)]
  if (chosen === undefined) throw new Error('nothing to choose from')
  return chosen
}
