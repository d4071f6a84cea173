import { inOneOrder } from '@kompetanse/schema/documents/in-one-order'
import { composeExchanges, type Exchange, makeOperation, mapExchange, type Operation } from '@urql/core'
import { persistedExchange } from '@urql/exchange-persisted'

/** In hexadecimal digits. Undefined where a page has no cryptography, as one that came over plain HTTP: then its text is sent. */
const sha256 = async (text: string): Promise<string | undefined> => {
  const digest = await globalThis.crypto.subtle?.digest('SHA-256', new TextEncoder().encode(text))
  return digest && Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const inRegisteredOrder = (operation: Operation): Operation => {
  if (operation.kind === 'teardown' || !('definitions' in operation.query)) return operation
  return makeOperation(
    operation.kind,
    { ...operation, query: inOneOrder(operation.query) },
    operation.context,
  )
}

/**
 * Sends registered operations by their hashes. One that is not registered, as while a page is being written, is sent as
 * text, which the graph accepts in development.
 */
export const byHash: Exchange = composeExchanges([
  mapExchange({ onOperation: inRegisteredOrder }),
  persistedExchange({
    generateHash: sha256,
    enableForMutation: true,
    enableForSubscriptions: true,
    preferGetForPersistedQueries: false,
  }),
])
