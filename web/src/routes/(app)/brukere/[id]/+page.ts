import { error } from '@sveltejs/kit'
import { load as ask } from '#lib/graph/index.ts'
import type { PageLoad } from './$types'
import { PersonRecordQuery } from './queries.ts'

export const load: PageLoad = async ({ fetch, params }) => {
  const record = await ask(PersonRecordQuery, { id: params.id }, { fetch })
  if (!record.data?.personRecord && !record.error) error(404)
  return { record }
}
