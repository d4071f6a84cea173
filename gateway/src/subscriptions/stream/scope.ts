import { createHash } from 'node:crypto'
import type { Actor } from '@kompetanse/schema/actor-token'

/**
 * Two actors with the same scope are indistinguishable to a subgraph, so they may share what it answers.
 * Everything that the actor token carries goes in; a changed grant gives another scope.
 */
export function scopeOf(actor: Actor): string {
  const grants = actor.grants
    .map((grant) => [grant.role, grant.regionCode, grant.enterpriseId].join(' '))
    .sort()
  const identity = [actor.kind, actor.personId, actor.trainee, actor.regionCode ?? null, grants]
  return createHash('sha256').update(JSON.stringify(identity)).digest('base64url').slice(0, 22)
}
