import { graphql, type ResultOf } from '#lib/graph/index.ts'
import { m } from '#lib/paraglide/messages.js'

/** A grant with its scope: region and enterprise both null is the whole nation. */
export const Grant = graphql(`
  fragment Grant on RoleGrant {
    id
    role
    startsOn
    endsOn
    version
    availableCommands
    region {
      code
      name
    }
    enterprise {
      id
      name
    }
  }
`)

export type GrantData = ResultOf<typeof Grant>
export type Role = GrantData['role']

type Scoped = { region: { name: string } | null; enterprise: { name: string } | null }

const words: Record<Role, () => string> = {
  LOCAL_ADMIN: m.admin_role_local,
  REGIONAL_ADMIN: m.admin_role_regional,
  SUPPORT: m.admin_role_support,
  DIRECTORATE: m.admin_role_directorate,
}

/** «Lokal systemforvalter». */
export const roleWord = (role: Role): string => words[role]()

/** «Nordvåg kommune», «Helse Vest» or «Hele landet». */
export const scopeWord = ({ region, enterprise }: Scoped): string =>
  enterprise?.name ?? region?.name ?? m.admin_scope_nation()
