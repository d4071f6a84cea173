import { mapExchange } from '@urql/core'
import { session } from './session.svelte.ts'

const isSignedOut = (code: unknown): boolean => code === 'UNAUTHENTICATED'

/** Notices that the session has ended, so that the layout can offer a new sign-in over the page. */
export const sessionWatch = mapExchange({
  onError(error) {
    if (error.graphQLErrors.some((one) => isSignedOut(one.extensions['code']))) session.expired = true
  },
})
