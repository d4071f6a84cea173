import { load as ask } from '#lib/graph/index.ts'
import type { PageLoad } from './$types'
import { isNarrowed, listVariables, readFilter } from './filter.ts'
import { HoursReport } from '#lib/conversation/hours.ts'
import { ConversationsQuery, MenteesQuery, OpenConversationsQuery } from './queries.ts'
import { thisYear } from '#lib/conversation/year.ts'

/** The viewer's own hours, and those of the trainees that the viewer mentors: not of all that a leader follows. */
const hoursOf = async (
  fetch: typeof globalThis.fetch,
  chosen: string | undefined,
  own: string | undefined,
) => {
  const mentees = await ask(MenteesQuery, {}, { fetch })
  const mentored = mentees.data?.traineeOverview?.edges.map(({ node }) => node.trainee.id) ?? []
  const traineeIds = chosen ? [chosen] : [...(own ? [own] : []), ...mentored]
  return { mentees, hours: await ask(HoursReport, { year: thisYear(), traineeIds }, { fetch }) }
}

export const load: PageLoad = async ({ fetch, url, parent }) => {
  const filter = readFilter(url.searchParams)
  const { open, past } = listVariables(filter)
  const { viewer } = await parent()
  const profile = viewer.data?.viewer?.profile
  const own = profile?.workspaces.includes('OWN_TRAINING') ? profile.person.id : undefined
  const [openList, pastList, people] = await Promise.all([
    isNarrowed(filter) ? undefined : ask(OpenConversationsQuery, open, { fetch }),
    ask(ConversationsQuery, past, { fetch }),
    hoursOf(fetch, filter.trainee, own),
  ])
  return { filter, open: openList, past: pastList, ...people, inviting: url.searchParams.get('inviter') }
}
