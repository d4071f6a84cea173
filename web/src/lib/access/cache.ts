import type { Cache } from '@urql/exchange-graphcache'
import type { CachePart } from '#lib/graph/cache-part.ts'

/** Root fields that read one thing by id, and return more once a record has been opened. */
const READ_BY_ID = new Set(['trainee', 'assignedPlan', 'learningGoal', 'learningActivity'])

/** After a record was opened: discards what was cached of it while it was closed. */
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
