/** Commands on many rows at once (B01): each row answers for itself; only the call as a whole can be refused here. */
import type { InputObjectRef, ObjectRef, SchemaTypes } from '@pothos/core'
import { asShared } from './builder.ts'

const MOST_ROWS = 100
const CODES = ['ROWS_EMPTY', 'TOO_MANY_ROWS', 'ROW_DUPLICATED'] as const

export interface BulkRefusedShape {
  readonly __typename: 'BulkRefused'
  readonly code: (typeof CODES)[number]
}

interface VersionedIdShape {
  id: string
  expectedVersion: number
}

/** Adds the input row of bulk commands, and the refusal of a whole call. */
export function addBulkTypes<Types extends SchemaTypes>(target: PothosSchemaTypes.SchemaBuilder<Types>) {
  const builder = asShared(target)
  const VersionedId = builder.inputType('VersionedId', {
    fields: (t) => ({ id: t.id({ required: true }), expectedVersion: t.int({ required: true }) }),
  })
  const BulkRefusalCode = builder.enumType('BulkRefusalCode', { values: CODES })
  const BulkRefused = builder.objectRef<BulkRefusedShape>('BulkRefused').implement({
    description: 'The whole call is refused; a refusal of one row stands in its row.',
    shareable: true,
    fields: (t) => ({
      code: t.expose('code', { type: BulkRefusalCode }),
      limit: t.int({ resolve: () => MOST_ROWS }),
    }),
  })
  return {
    VersionedId: VersionedId as unknown as InputObjectRef<Types, VersionedIdShape>,
    BulkRefused: BulkRefused as unknown as ObjectRef<Types, BulkRefusedShape>,
  }
}

/** Why these rows cannot be taken as one call, or null. */
export function bulkRefusal(rows: readonly { readonly id: string }[]): BulkRefusedShape | null {
  const refused = (code: BulkRefusedShape['code']) => ({ __typename: 'BulkRefused', code }) as const
  if (rows.length === 0) return refused('ROWS_EMPTY')
  if (rows.length > MOST_ROWS) return refused('TOO_MANY_ROWS')
  return new Set(rows.map(({ id }) => id.toLowerCase())).size < rows.length ? refused('ROW_DUPLICATED') : null
}
