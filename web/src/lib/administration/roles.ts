import { graphql, type ResultOf } from '#lib/graph/index.ts'
import { m } from '#lib/paraglide/messages.js'
import { ScopeParts } from './scope-parts.ts'
import type { Scope } from './scopes.ts'

export const Grant = graphql(
  `
    fragment Grant on RoleGrant {
      id
      role
      startsOn
      endsOn
      version
      availableCommands
      scope {
        ...ScopeParts
      }
    }
  `,
  [ScopeParts],
)

export type GrantData = ResultOf<typeof Grant>
export type Role = GrantData['role']

const words: Record<Role, () => string> = {
  LOCAL_ADMIN: m.admin_role_local,
  REGIONAL_ADMIN: m.admin_role_regional,
  SUPPORT: m.admin_role_support,
  DIRECTORATE: m.admin_role_directorate,
}

/** «Lokal systemforvalter». */
export const roleWord = (role: Role): string => words[role]()

/** «Nordvåg kommune», «Helse Vest» or «Hele landet». */
export const scopeWord = (scope: Scope): string => scope?.name ?? m.admin_scope_nation()
