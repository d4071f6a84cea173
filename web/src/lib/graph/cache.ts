import {
  cacheExchange,
  type KeyingConfig,
  type ResolverConfig,
  type UpdatesConfig,
} from '@urql/exchange-graphcache'
import { accessCache } from '#lib/access/cache.ts'
import { conversationCache } from '#lib/conversation/cache.ts'
import { peopleCache } from '#lib/people/cache.ts'
import { serviceTimeCache } from '#lib/service-time/cache.ts'
import { approvalCache, planCache, signingCache } from '#lib/training/cache.ts'
import { joined } from './cache-part.ts'
import { embeddedTypes, possibleTypes } from './generated/cached-types.ts'

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** Objects without an id live inside their parent; the three below are known by something else than an id. */
const keys: KeyingConfig = {
  ...Object.fromEntries(embeddedTypes.map((name) => [name, () => null])),
  Viewer: () => 'me',
  Track: (track) => text(track['code']),
  Region: (region) => text(region['code']),
}

/** Each feature's own: what else changes when one of its commands is done or one of its events comes. */
export const parts = [
  accessCache,
  approvalCache,
  conversationCache,
  peopleCache,
  planCache,
  serviceTimeCache,
  signingCache,
]

/** One normalised store per browser tab, and per request on the server: a change shows wherever it is drawn. */
export const normalisedCache = () =>
  cacheExchange({
    keys,
    possibleTypes,
    updates: {
      Subscription: joined(parts, 'Subscription'),
      Mutation: joined(parts, 'Mutation'),
    } as UpdatesConfig,
    resolvers: { Query: joined(parts, 'Query') } as ResolverConfig,
  })
