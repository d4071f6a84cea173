import { load as ask } from '#lib/graph/index.ts'
import { PlacesQuery } from '../queries.ts'
import type { PageLoad } from './$types'
import { RegisteringQuery } from './queries.ts'

export const load: PageLoad = async ({ fetch }) => {
  const [registering, places] = await Promise.all([
    ask(RegisteringQuery, {}, { fetch }),
    ask(PlacesQuery, {}, { fetch }),
  ])
  return { registering, places }
}
