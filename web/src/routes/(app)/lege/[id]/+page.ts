import { error } from '@sveltejs/kit'
import { load as ask } from '#lib/graph/index.ts'
import type { PageLoad } from './$types'
import { TraineeQuery } from './queries.ts'

export const load: PageLoad = async ({ fetch, params }) => {
  const trainee = await ask(TraineeQuery, { id: params.id }, { fetch })
  if (!trainee.data?.trainee && !trainee.error) error(404)
  return { trainee }
}
