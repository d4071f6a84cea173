import { MenteesQuery } from '#lib/conversation/queries.ts'
import { load as ask } from '#lib/graph/index.ts'
import type { PageLoad } from './$types'
import { isNarrowed, listVariables, readFilter } from './filter.ts'
import { HoursReport } from '#lib/conversation/hours.ts'
import { ConversationsQuery } from './queries.ts'
import { thisYear } from '#lib/conversation/year.ts'

export const load: PageLoad = async ({ fetch, url }) => {
  const filter = readFilter(url.searchParams)
  const { open, past } = listVariables(filter)
  const [openList, pastList, mentees, hours] = await Promise.all([
    isNarrowed(filter) ? undefined : ask(ConversationsQuery, open, { fetch }),
    ask(ConversationsQuery, past, { fetch }),
    ask(MenteesQuery, {}, { fetch }),
    ask(HoursReport, { year: thisYear(), traineeIds: filter.trainee ? [filter.trainee] : null }, { fetch }),
  ])
  return { filter, open: openList, past: pastList, mentees, hours, inviting: url.searchParams.get('inviter') }
}
