import { batched } from '@kompetanse/graph'
import { database } from '../../database.ts'

/** The documents of texts that have been written to, by `conversationId/part`; one look-up for all of a request. */
export const stateOf = batched<string, Uint8Array>(async (keys) => {
  const ids = [...new Set(keys.map((key) => key.split('/')[0] as string))]
  const rows = await database.conversationText.findMany({
    where: { conversationId: { in: ids } },
    select: { conversationId: true, part: true, state: true },
  })
  return new Map(rows.map(({ conversationId, part, state }) => [`${conversationId}/${part}`, state]))
})
