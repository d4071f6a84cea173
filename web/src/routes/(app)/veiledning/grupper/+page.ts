import { load as ask } from '#lib/graph/index.ts'
import { MenteesQuery } from '../queries.ts'
import type { PageLoad } from './$types'
import { GroupsQuery } from './queries.ts'

export const load: PageLoad = async ({ fetch }) => ({
  groups: await ask(GroupsQuery, {}, { fetch }),
  mentees: await ask(MenteesQuery, {}, { fetch }),
})
