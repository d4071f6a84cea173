import { load as ask } from '#lib/graph/index.ts'
import type { PageLoad } from './$types'
import { OrganisationQuery } from './queries.ts'

export const load: PageLoad = async ({ fetch }) => ({
  organisation: await ask(OrganisationQuery, {}, { fetch }),
})
