import { load as ask } from '#lib/graph/index.ts'
import type { PageLoad } from './$types'
import { ProposalsQuery } from './queries.ts'

export const load: PageLoad = async ({ fetch }) => ({ proposals: await ask(ProposalsQuery, {}, { fetch }) })
