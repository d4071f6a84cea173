import { dayOf } from '@kompetanse/directory/day'
import type { Tx } from '../../database.ts'
import type { RoleGrant } from '../../generated/db/client.ts'
import { writeHistory, type Cause } from '../../history/persistence/history.ts'

/** Roles are read by the gateway through `/actor`; no other subgraph keeps them. */
export const recordGrant = (tx: Tx, row: RoleGrant, cause: Cause) =>
  writeHistory(tx, cause, {
    aggregate: 'role_grant',
    id: row.id,
    version: row.version,
    state: {
      ...row,
      validFrom: dayOf(row.validFrom),
      validTo: row.validTo && dayOf(row.validTo),
      revokedAt: row.revokedAt?.toISOString() ?? null,
    },
  })
