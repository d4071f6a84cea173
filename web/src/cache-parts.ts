import { accessCache } from '#lib/access/cache.ts'
import { conversationCache } from '#lib/conversation/cache.ts'
import type { CachePart } from '#lib/graph/cache-part.ts'
import { peopleCache } from '#lib/people/cache.ts'
import { serviceTimeCache } from '#lib/service-time/cache.ts'
import { planCache } from '#lib/training/cache.ts'
import { approvalCache } from './routes/(app)/godkjenning/cache.ts'
import { signingCache } from './routes/(app)/signering/cache.ts'

/** What else the cache changes when a command of a feature succeeds or one of its events arrives. */
export const cacheParts: readonly CachePart[] = [
  accessCache,
  approvalCache,
  conversationCache,
  peopleCache,
  planCache,
  serviceTimeCache,
  signingCache,
]
