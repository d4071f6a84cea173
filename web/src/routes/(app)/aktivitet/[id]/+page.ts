import { error } from '@sveltejs/kit'
import { load as ask } from '#lib/graph/index.ts'
import type { PageLoad } from './$types'
import { ActivityQuery } from './queries.ts'

export const load: PageLoad = async ({ fetch, params }) => {
  const activity = await ask(ActivityQuery, { id: params.id }, { fetch })
  if (!activity.data?.learningActivity && !activity.error) error(404)
  return { activity }
}
