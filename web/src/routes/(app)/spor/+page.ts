import { load as ask } from '#lib/graph/index.ts'
import type { PageLoad } from './$types'
import { TracksQuery } from './queries.ts'

export const load: PageLoad = async ({ fetch }) => ({ tracks: await ask(TracksQuery, {}, { fetch }) })
