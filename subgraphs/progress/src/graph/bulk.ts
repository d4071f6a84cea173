/** Commands on many rows at once (B01): each row answers for itself; only the call as a whole can be refused here. */
import { builder } from '../builder.ts'

const MOST_ROWS = 100

export const VersionedId = builder.inputType('VersionedId', {
  fields: (t) => ({
    id: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
  }),
})

const BulkRefusalCode = builder.enumType('BulkRefusalCode', {
  values: ['ROWS_EMPTY', 'TOO_MANY_ROWS', 'ROW_DUPLICATED'] as const,
})

export interface BulkRefusedShape {
  readonly __typename: 'BulkRefused'
  readonly code: typeof BulkRefusalCode.$inferType
}

export const BulkRefused = builder.objectRef<BulkRefusedShape>('BulkRefused').implement({
  description: 'The whole call is refused; a refusal of one row stands in its row.',
  fields: (t) => ({
    code: t.expose('code', { type: BulkRefusalCode }),
    limit: t.int({ resolve: () => MOST_ROWS }),
  }),
})

/** Why these rows cannot be taken as one call, or null. */
export function bulkRefusal(rows: readonly { readonly id: string }[]): BulkRefusedShape | null {
  const refused = (code: BulkRefusedShape['code']) => ({ __typename: 'BulkRefused', code }) as const
  if (rows.length === 0) return refused('ROWS_EMPTY')
  if (rows.length > MOST_ROWS) return refused('TOO_MANY_ROWS')
  return new Set(rows.map(({ id }) => id.toLowerCase())).size < rows.length ? refused('ROW_DUPLICATED') : null
}
