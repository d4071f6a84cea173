import {
  cacheExchange,
  type KeyingConfig,
  type ResolverConfig,
  type UpdatesConfig,
} from '@urql/exchange-graphcache'
import { type CachePart, joined } from './cache-part.ts'
import { embeddedTypes, possibleTypes } from './generated/cached-types.ts'

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** Objects without an id live inside their parent; the three below are known by something else than an id. */
const keys: KeyingConfig = {
  ...Object.fromEntries(embeddedTypes.map((name) => [name, () => null])),
  Viewer: () => 'me',
  Track: (track) => text(track['code']),
  Region: (region) => text(region['code']),
}

/**
 * One normalised store per browser tab, and per request on the server: a change shows wherever it is drawn. The features
 * hand in their parts, so that the graph's client knows none of them.
 */
export const normalisedCache = (parts: readonly CachePart[] = []) =>
  cacheExchange({
    keys,
    possibleTypes,
    updates: {
      Subscription: joined(parts, 'Subscription'),
      Mutation: joined(parts, 'Mutation'),
    } as UpdatesConfig,
    resolvers: { Query: joined(parts, 'Query') } as ResolverConfig,
  })
