import { load as ask } from '#lib/graph/index.ts'
import type { PageLoad } from './$types'
import { HomeQuery } from './queries.ts'

export const load: PageLoad = async ({ fetch }) => ({ home: await ask(HomeQuery, {}, { fetch }) })
