import type { Cache } from '@urql/exchange-graphcache'
import type { CachePart } from '#lib/graph/cache-part.ts'

/** What is asked for by id, and says more once a record has been opened. */
const READ_BY_ID = new Set(['trainee', 'assignedPlan', 'learningGoal', 'learningActivity'])

/** A record was opened: what was read of it while it was closed is read anew. */
const onRecordOpened = (_result: unknown, _args: unknown, cache: Cache): void => {
  for (const { fieldName, fieldKey } of cache.inspectFields('Query'))
    if (READ_BY_ID.has(fieldName)) cache.invalidate('Query', fieldKey)
  cache.invalidate('Viewer:me', 'profile')
}

export const accessCache: CachePart = {
  Mutation: {
    openRecord: onRecordOpened,
    markRecordOpeningsSeen: (_result, _args, cache) => cache.invalidate('Viewer:me', 'profile'),
  },
}
