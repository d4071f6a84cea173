import { load as ask } from '#lib/graph/index.ts'
import type { PageLoad } from './$types'
import { GoalDefinitionsQuery } from './queries.ts'

export const load: PageLoad = async ({ fetch, url }) => {
  const search = url.searchParams.get('sok')?.trim() ?? ''
  return search ? { search, goals: await ask(GoalDefinitionsQuery, { search }, { fetch }) } : { search }
}
