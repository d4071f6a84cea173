import { load as ask } from '#lib/graph/index.ts'
import { PlacesQuery } from '../queries.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ fetch }) => ({ places: await ask(PlacesQuery, {}, { fetch }) })
