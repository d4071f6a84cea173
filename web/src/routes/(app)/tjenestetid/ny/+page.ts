import { load as ask } from '#lib/graph/index.ts'
import { PlacesQuery, RegisteringQuery } from '../queries.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ fetch }) => {
  const [registering, places] = await Promise.all([
    ask(RegisteringQuery, {}, { fetch }),
    ask(PlacesQuery, {}, { fetch }),
  ])
  return { registering, places }
}
