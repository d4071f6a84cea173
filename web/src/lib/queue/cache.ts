import type { DataFields, UpdateResolver } from '@urql/exchange-graphcache'
import type { TypedDocumentNode } from '@urql/core'
import type { CachePart } from '#lib/graph/cache-part.ts'

/** The place of the own queue's counts in the cache, and the operations that return new ones. */
type Counted = {
  /** The counts, of `Viewer`. */
  fragment: TypedDocumentNode
  viewer: (counts: object) => object
  event: string
  commands: readonly string[]
}

/** The tab of a queue counts the own requests only: those of a deputy are another person's. */
const isOwn = ({ scope }: { scope?: unknown }): boolean => scope === undefined || scope === 'MINE'

/** Events and answers of one's own queue carry the counts after the change: tabs and home follow without a fetch. */
export const queueCache = ({ fragment, viewer, event, commands }: Counted): CachePart => {
  const take =
    (field: string): UpdateResolver<DataFields> =>
    (result, args, cache) => {
      const counts = (result[field] as { counts?: object } | null)?.counts
      const data = counts && { __typename: 'Viewer', ...viewer(counts) }
      if (data && isOwn(args)) cache.writeFragment(fragment, data as never)
    }
  return {
    Subscription: { [event]: take(event) },
    Mutation: Object.fromEntries(commands.map((command) => [command, take(command)])),
  }
}
