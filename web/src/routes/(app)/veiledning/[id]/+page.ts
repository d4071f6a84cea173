import { error } from '@sveltejs/kit'
import { today } from '#lib/format/index.ts'
import { graph } from '#lib/graph/index.ts'
import type { PageLoad } from './$types'
import { ConversationQuery } from './queries.ts'

/** Always read anew: what is written goes on from what the server has now. */
export const load: PageLoad = async ({ fetch, params }) => {
  const variables = { id: params.id, year: Number(today().slice(0, 4)) }
  const answer = await graph()
    .query(ConversationQuery, variables, { fetch, requestPolicy: 'network-only' })
    .toPromise()
  if (answer.data && !answer.data.supervisionConversation && !answer.error) error(404)
  return {
    conversation: { document: ConversationQuery, variables, data: answer.data, error: answer.error },
  }
}
