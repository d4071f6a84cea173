import type { Actor } from '@kompetanse/schema/actor-token'

const keys = new WeakMap<Actor, string>()

/** Tells actors apart: persons, and what they may. */
export function keyOf(actor: Actor): string {
  const known = keys.get(actor)
  if (known !== undefined) return known
  const key = JSON.stringify(actor)
  keys.set(actor, key)
  return key
}

/** Tells persons apart, and machines, whatever they may at the moment. */
export const personOf = (actor: Actor): string => actor.personId || keyOf(actor)
