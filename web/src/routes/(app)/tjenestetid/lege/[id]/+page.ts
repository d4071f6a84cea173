import { error } from '@sveltejs/kit'
import { load as ask } from '#lib/graph/index.ts'
import { TraineeServiceTimeQuery } from './queries.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ fetch, params }) => {
  const time = await ask(TraineeServiceTimeQuery, { id: params.id }, { fetch })
  if (!time.data?.trainee && !time.error) error(404)
  return { time }
}
