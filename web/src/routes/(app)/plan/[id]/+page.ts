import { error } from '@sveltejs/kit'
import { load as ask } from '#lib/graph/index.ts'
import type { PageLoad } from './$types'
import { PlanQuery } from './queries.ts'

export const load: PageLoad = async ({ fetch, params }) => {
  const plan = await ask(PlanQuery, { id: params.id }, { fetch })
  if (!plan.data?.assignedPlan && !plan.error) error(404)
  return { plan }
}
