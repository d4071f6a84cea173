import type { GraphContext } from './context.ts'
import { isId } from './ids.ts'

interface Waiting<K, V> {
  readonly keys: Map<
    K,
    { promise: Promise<V | undefined>; resolve(value: V | undefined): void; reject(error: unknown): void }
  >
}

/**
 * Makes a lookup that gathers the keys asked for within one turn of the event loop, in one context, into one call
 * of `load`: a list of 100 rows costs what one row costs. A key that `load` leaves out is undefined. The context is a
 * request's, or something narrower in which keys mean the same.
 */
export function batched<K, V, C extends object = GraphContext>(
  load: (keys: K[], context: C) => Promise<ReadonlyMap<K, V>>,
) {
  const waitingIn = new WeakMap<C, Waiting<K, V>>()

  const gather = (context: C): Waiting<K, V> => {
    const waiting: Waiting<K, V> = { keys: new Map() }
    waitingIn.set(context, waiting)
    setImmediate(() => {
      waitingIn.delete(context)
      const all = [...waiting.keys]
      load(
        all.map(([key]) => key),
        context,
      ).then(
        (found) => all.forEach(([key, { resolve }]) => resolve(found.get(key))),
        (error: unknown) => all.forEach(([, { reject }]) => reject(error)),
      )
    })
    return waiting
  }

  return (key: K, context: C): Promise<V | undefined> => {
    const { keys } = waitingIn.get(context) ?? gather(context)
    const had = keys.get(key)
    if (had) return had.promise
    const fresh = Promise.withResolvers<V | undefined>()
    keys.set(key, fresh)
    return fresh.promise
  }
}

/** The same for rows by their id, however it was written; what cannot be one is not asked for. */
export function batchedById<V>(
  load: (ids: string[], context: GraphContext) => Promise<ReadonlyMap<string, V>>,
) {
  const find = batched(load)
  return async (id: string, context: GraphContext): Promise<V | undefined> =>
    isId(id) ? find(id.toLowerCase(), context) : undefined
}
