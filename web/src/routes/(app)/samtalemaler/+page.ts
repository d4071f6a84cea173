import { load as ask } from '#lib/graph/index.ts'
import type { PageLoad } from './$types'
import { TemplatesQuery } from './queries.ts'

export const load: PageLoad = async ({ fetch }) => ({ templates: await ask(TemplatesQuery, {}, { fetch }) })
