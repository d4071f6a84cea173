import { error } from '@sveltejs/kit'
import { load as ask } from '#lib/graph/index.ts'
import type { PageLoad } from './$types'
import { MenteesQuery } from '../../queries.ts'
import { GroupQuery } from './queries.ts'

export const load: PageLoad = async ({ fetch, params }) => {
  const [group, mentees] = await Promise.all([
    ask(GroupQuery, { id: params.id }, { fetch }),
    ask(MenteesQuery, {}, { fetch }),
  ])
  if (group.data && !group.data.supervisionGroup && !group.error) error(404)
  return { group, mentees }
}
