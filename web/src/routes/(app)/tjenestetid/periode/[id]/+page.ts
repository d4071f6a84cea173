import { error } from '@sveltejs/kit'
import { load as ask } from '#lib/graph/index.ts'
import { PeriodQuery } from './queries.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ fetch, params }) => {
  const period = await ask(PeriodQuery, { id: params.id }, { fetch })
  const found = period.data?.servicePeriod ?? period.data?.removedServicePeriod
  if (!found && !period.error) error(404)
  return { period }
}
