import type { Actor } from '@kompetanse/schema/actor-token'

const keys = new WeakMap<Actor, string>()

/** A key that differs between actors: by person, and by rights. */
export function keyOf(actor: Actor): string {
  const known = keys.get(actor)
  if (known !== undefined) return known
  const key = JSON.stringify(actor)
  keys.set(actor, key)
  return key
}

/** A key that differs between persons, and machines, whatever their present rights. */
export const personOf = (actor: Actor): string => actor.personId || keyOf(actor)
