import type { GraphContext } from '@kompetanse/graph'

/**
 * Joins the lookups that one request makes in the same turn into one: a list of any length costs one query.
 * `load` answers for the keys it finds; a key it leaves out answers null.
 */
export function batched<V>(
  load: (context: GraphContext, keys: readonly string[]) => Promise<ReadonlyMap<string, V>>,
): (context: GraphContext, key: string) => Promise<V | null> {
  const waiting = new WeakMap<GraphContext, { keys: Set<string>; result: Promise<ReadonlyMap<string, V>> }>()

  return async (context, key) => {
    let batch = waiting.get(context)
    if (!batch) {
      const keys = new Set<string>()
      const turn = new Promise<void>((resolve) => setImmediate(resolve))
      const result = turn.then(() => {
        waiting.delete(context)
        return load(context, [...keys])
      })
      batch = { keys, result }
      waiting.set(context, batch)
    }
    batch.keys.add(key)
    return (await batch.result).get(key) ?? null
  }
}

/** Computes once per request. */
export function oncePerRequest<V>(compute: (context: GraphContext) => Promise<V>) {
  const known = new WeakMap<GraphContext, Promise<V>>()
  return (context: GraphContext): Promise<V> => {
    const had = known.get(context) ?? compute(context)
    known.set(context, had)
    return had
  }
}
