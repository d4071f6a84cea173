import { redirect } from '@sveltejs/kit'
import { load as ask } from '#lib/graph/index.ts'
import type { PageLoad } from './$types'
import { MyServiceTimeQuery } from './queries.ts'

/** A trainee's own service time. Without one, the viewer is led to the queue of others' periods. */
export const load: PageLoad = async ({ fetch, parent }) => {
  const { viewer } = await parent()
  const workspaces = viewer.data?.viewer?.profile?.workspaces
  if (workspaces && !workspaces.includes('OWN_TRAINING')) redirect(307, '/tjenestetid/signering')
  return { time: await ask(MyServiceTimeQuery, {}, { fetch }) }
}
