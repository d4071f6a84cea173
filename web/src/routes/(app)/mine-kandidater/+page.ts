import { HoursReport } from '#lib/conversation/hours.ts'
import { thisYear } from '#lib/conversation/year.ts'
import { load as ask } from '#lib/graph/index.ts'
import { overviewVariables } from '#lib/people/address.ts'
import { OverviewQuery } from '#lib/people/queries.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ fetch, url }) => {
  const overview = await ask(OverviewQuery, overviewVariables(url, 'MENTORED'), { fetch })
  const traineeIds = overview.data?.traineeOverview?.edges.map(({ node }) => node.trainee.id) ?? []
  return { overview, hours: await ask(HoursReport, { year: thisYear(), traineeIds }, { fetch }) }
}
