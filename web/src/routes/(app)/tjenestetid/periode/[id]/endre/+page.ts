import { error } from '@sveltejs/kit'
import { load as ask } from '#lib/graph/index.ts'
import { PlacesQuery } from '../../../queries.ts'
import { PeriodQuery } from '../queries.ts'
import type { PageLoad } from './$types'

/** Only what its owner may change has a form. */
export const load: PageLoad = async ({ fetch, params }) => {
  const [period, places] = await Promise.all([
    ask(PeriodQuery, { id: params.id }, { fetch }),
    ask(PlacesQuery, {}, { fetch }),
  ])
  const found = period.data?.servicePeriod
  if (!period.error && !found?.availableCommands.includes('EDIT')) error(404)
  return { period, places }
}
