import { load as ask } from '#lib/graph/index.ts'
import type { PageLoad } from './$types'
import { PersonsQuery, UnitPersonsQuery } from './queries.ts'

/** Shorter searches find no person. */
const LEAST = 2

export const load: PageLoad = async ({ fetch, url }) => {
  const search = url.searchParams.get('sok')?.trim() ?? ''
  const unitId = url.searchParams.get('enhet')
  if (search.length >= LEAST) return { search, found: await ask(PersonsQuery, { search }, { fetch }) }
  if (unitId) return { search, unit: await ask(UnitPersonsQuery, { id: unitId }, { fetch }) }
  return { search }
}
