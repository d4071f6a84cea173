import { createHash } from 'node:crypto'
import type { Actor } from '@kompetanse/schema/actor-token'

const inOrder = (all: readonly object[] = []): readonly string[] =>
  all.map((one) => JSON.stringify(Object.entries(one).toSorted())).toSorted()

/**
 * Two actors with the same scope are indistinguishable to a subgraph, so they may share what it answers.
 * Everything that the actor token carries goes in, whatever is added to it; a changed grant gives another scope.
 */
export function scopeOf({ grants, openRecords, ...rest }: Actor): string {
  const identity = [Object.entries(rest).toSorted(), inOrder(grants), inOrder(openRecords)]
  return createHash('sha256').update(JSON.stringify(identity)).digest('base64url').slice(0, 22)
}
