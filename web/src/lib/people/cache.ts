import { relayPagination } from '@urql/exchange-graphcache/extras'
import type { CachePart } from '#lib/graph/cache-part.ts'

export const peopleCache: CachePart = {
  // The queues are not here: their pages keep their own rows, and a page read anew must not bring old ones.
  Query: { traineeOverview: relayPagination() },
  Mutation: { endRelation: (_result, _args, cache) => cache.invalidate('Query', 'traineeOverview') },
}
