import { retryExchange } from '@urql/exchange-retry'
import type { CombinedError } from '@urql/core'

const isRefusedForNow = (error: CombinedError): boolean =>
  error.graphQLErrors.some(({ extensions }) => extensions['code'] === 'TOO_MANY_REQUESTS')

/**
 * Asks again what the graph has refused because the person has too much at once, as when a browser opens all its pages
 * anew. Nothing of it has begun, so a mutation is sent again too. After half a minute the refusal is what is told.
 */
export const retryLater = ({ initialDelayMs = 1000 } = {}) =>
  retryExchange({
    initialDelayMs,
    maxDelayMs: 8 * initialDelayMs,
    maxNumberAttempts: 6,
    retryIf: isRefusedForNow,
  })
