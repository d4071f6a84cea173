import { error } from '@sveltejs/kit'
import { load as ask } from '#lib/graph/index.ts'
import type { PageLoad } from './$types'
import { GoalDefinitionQuery } from './queries.ts'

export const load: PageLoad = async ({ fetch, params }) => {
  const goal = await ask(GoalDefinitionQuery, { id: params.id }, { fetch })
  if (!goal.data?.learningGoalDefinition && !goal.error) error(404)
  return { goal }
}
