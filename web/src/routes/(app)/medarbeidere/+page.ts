import { load as ask } from '#lib/graph/index.ts'
import { overviewVariables } from '#lib/people/address.ts'
import { OverviewQuery } from '#lib/people/queries.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ fetch, url }) => {
  const asDeputy = url.searchParams.has('stedfortreder')
  const scope = asDeputy ? 'AS_DEPUTY' : 'LED'
  return { asDeputy, overview: await ask(OverviewQuery, overviewVariables(url, scope), { fetch }) }
}
