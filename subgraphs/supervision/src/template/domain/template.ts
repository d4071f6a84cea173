import type { Grant } from '@kompetanse/schema/actor-token'
import type { Role } from '@kompetanse/schema/roles'
import { LONGEST_TOPIC, MOST_TOPICS, refuseText } from '../../conversation/domain/complete.ts'

export type TemplateRefusal = 'NOT_PERMITTED' | 'NAME_REQUIRED' | 'TOPICS_INVALID' | 'NATIONAL_ID_FOUND'

/** Of one enterprise, of one region, or the portal's own default. */
export interface Scope {
  readonly enterpriseId: string | null
  readonly regionCode: string | null
}

export interface Content {
  readonly name: string | null
  readonly topics: readonly string[]
}

/** Whether these grants administer templates of that scope; the portal's own are for support. */
export const administers = (grants: readonly Grant[], scope: Scope): boolean =>
  grants.some((grant) => BY_ROLE[grant.role](grant, scope))

const isOf = ({ enterpriseId, regionCode }: Grant, scope: Scope): boolean =>
  enterpriseId
    ? enterpriseId === scope.enterpriseId
    : regionCode !== null && regionCode === scope.regionCode && scope.enterpriseId === null

const BY_ROLE: Readonly<Record<Role, (grant: Grant, scope: Scope) => boolean>> = {
  LOCAL_ADMIN: isOf,
  REGIONAL_ADMIN: isOf,
  SUPPORT: (grant, scope) => (!grant.enterpriseId && !grant.regionCode) || isOf(grant, scope),
  DIRECTORATE: () => false,
}

/** For whom these grants may add a template; a scope of neither is the portal's own. */
export function administeredScopes(grants: readonly Grant[]): readonly Scope[] {
  const scopes = grants.map(({ enterpriseId, regionCode }) =>
    enterpriseId ? { enterpriseId, regionCode: null } : { enterpriseId: null, regionCode },
  )
  const own = scopes.filter((scope) => administers(grants, scope))
  return [...new Map(own.map((scope) => [JSON.stringify(scope), scope])).values()]
}

/** Why this cannot be a template's content, or null. */
export function refuseContent({ name, topics }: Content): TemplateRefusal | null {
  if (name === null || name.length > 100) return 'NAME_REQUIRED'
  const tooMuch = topics.length > MOST_TOPICS || topics.some((topic) => topic.length > LONGEST_TOPIC)
  if (topics.length === 0 || tooMuch) return 'TOPICS_INVALID'
  return refuseText(name, ...topics) && 'NATIONAL_ID_FOUND'
}
