import { graph } from '#lib/graph/index.ts'
import type { PageLoad } from './$types'
import { AccessQuery } from './queries.ts'

/** What was opened since the page was last read is what one comes for: it is always read anew. */
export const load: PageLoad = async ({ fetch, url }) => {
  const variables = { after: url.searchParams.get('etter'), openedAfter: url.searchParams.get('mine-etter') }
  const { data, error } = await graph()
    .query(AccessQuery, variables, { fetch, requestPolicy: 'network-only' })
    .toPromise()
  return { access: { document: AccessQuery, variables, data, error } }
}
