import { error } from '@sveltejs/kit'
import { load as ask } from '#lib/graph/index.ts'
import { ServiceTimeLines } from '../queries.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ fetch, params }) => {
  const lines = await ask(ServiceTimeLines, { id: params.id, after: null }, { fetch })
  if (!lines.data?.trainee && !lines.error) error(404)
  return { lines }
}
