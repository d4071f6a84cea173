import type { Id, IdKind, IdLike } from '@kompetanse/schema/ids'
import DataLoader from 'dataloader'
import type { GraphContext } from './context.ts'
import { asId, isId } from './ids.ts'

/**
 * Makes a lookup that gathers the keys requested within one turn of the event loop, in one context, into one call
 * of `load`: a list of 100 rows costs what one row costs. A key that `load` leaves out is undefined. The context is a
 * request's, or something narrower in which keys mean the same. Nothing is kept from one turn to the next.
 */
export function batched<K, V, C extends object = GraphContext>(
  load: (keys: K[], context: C) => Promise<ReadonlyMap<K, V>>,
) {
  const loaders = new WeakMap<C, DataLoader<K, V | undefined>>()

  function loaderIn(context: C): DataLoader<K, V | undefined> {
    const loader = new DataLoader<K, V | undefined>(
      async (keys) => {
        loader.clearAll()
        const found = await load([...keys], context)
        return keys.map((key) => found.get(key))
      },
      { batchScheduleFn: setImmediate, maxBatchSize: Infinity },
    )
    loaders.set(context, loader)
    return loader
  }

  return (key: K, context: C): Promise<V | undefined> => (loaders.get(context) ?? loaderIn(context)).load(key)
}

/** The same for rows by their id, however it was written; what cannot be an id is left out. */
export function batchedById<Of extends IdKind, V>(
  load: (ids: Id<Of>[], context: GraphContext) => Promise<ReadonlyMap<Id<Of>, V>>,
) {
  const find = batched(load)
  return async (id: IdLike<Of>, context: GraphContext): Promise<V | undefined> =>
    isId(id) ? find(asId<Of>(id), context) : undefined
}
