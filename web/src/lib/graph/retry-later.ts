import { retryExchange } from '@urql/exchange-retry'
import type { CombinedError } from '@urql/core'

const isRefusedForNow = (error: CombinedError): boolean =>
  error.graphQLErrors.some(({ extensions }) => extensions['code'] === 'TOO_MANY_REQUESTS')

/**
 * Sends a request again that was refused because the person has too many at once, as when a browser reopens all its
 * pages. Nothing of it was executed, so a mutation is sent again too. After half a minute the refusal is returned.
 */
export const retryLater = ({ initialDelayMs = 1000 } = {}) =>
  retryExchange({
    initialDelayMs,
    maxDelayMs: 8 * initialDelayMs,
    maxNumberAttempts: 6,
    retryIf: isRefusedForNow,
  })
