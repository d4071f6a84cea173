import { today } from '#lib/format/index.ts'
import { load as ask } from '#lib/graph/index.ts'
import type { PageLoad } from './$types'
import { readFilter } from '../filter.ts'
import { HoursReport } from '#lib/conversation/hours.ts'
import { HoursDetail } from './queries.ts'
import { yearOf } from '#lib/conversation/year.ts'

/** The days of a year until today: what has not come yet is no gap. */
const daysOf = (year: number) => {
  const last = `${year}-12-31`
  return { startsOn: `${year}-01-01`, endsOn: last < today() ? last : today() }
}

export const load: PageLoad = async ({ fetch, url, parent }) => {
  const year = yearOf(url.searchParams)
  const { viewer } = await parent()
  const profile = viewer.data?.viewer?.profile
  const own = profile?.workspaces.includes('OWN_TRAINING') ? profile.person.id : undefined
  const traineeId = readFilter(url.searchParams).trainee ?? own
  return {
    year,
    traineeId,
    report: await ask(HoursReport, { year }, { fetch }),
    detail: traineeId
      ? await ask(HoursDetail, { id: traineeId, year, ...daysOf(year) }, { fetch })
      : undefined,
  }
}
