import type { SubscribePayload } from 'graphql-ws'
import { StreamFailure } from '../contract/failure.ts'

/** The hash by which a client requests a registered document; the protocol requires a `query`, which is then empty. */
function hashOf({ query, extensions }: SubscribePayload): unknown {
  const persisted = query === '' ? extensions?.['persistedQuery'] : undefined
  return (persisted as { readonly sha256Hash?: unknown } | null | undefined)?.sha256Hash
}

/** The text of the operation, sent as text or by its hash. Throws a StreamFailure when no document has that hash. */
export function operationText(registered: ReadonlyMap<string, string>, payload: SubscribePayload): string {
  const hash = hashOf(payload)
  if (hash === undefined) return payload.query
  const text = typeof hash === 'string' ? registered.get(hash) : undefined
  // Apollo Server's message, by which clients recognise it.
  if (text === undefined) throw StreamFailure.of('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound')
  return text
}
