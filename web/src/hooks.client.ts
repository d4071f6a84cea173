import type { ClientInit } from '@sveltejs/kit/hooks'
import { createClient, provideClient } from '#lib/graph/client.ts'
import { cacheParts } from './cache-parts.ts'

/** Before the first page asks. */
export const init: ClientInit = () => {
  const client = createClient(cacheParts)
  provideClient(() => client)
}
