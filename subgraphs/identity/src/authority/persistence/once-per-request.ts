import type { GraphContext } from '@kompetanse/graph'

/** Computes once per request; what else it is given changes only how it is read. */
export function oncePerRequest<V, Rest extends unknown[]>(
  compute: (context: GraphContext, ...rest: Rest) => Promise<V>,
) {
  const known = new WeakMap<GraphContext, Promise<V>>()
  return (context: GraphContext, ...rest: Rest): Promise<V> => {
    const had = known.get(context) ?? compute(context, ...rest)
    known.set(context, had)
    return had
  }
}
