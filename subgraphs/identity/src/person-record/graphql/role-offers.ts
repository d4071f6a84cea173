import type { Role } from '@kompetanse/schema/roles'
import { authorityFor } from '../../authority/persistence/authority.ts'
import { oncePerRequest } from '../../authority/persistence/once-per-request.ts'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import type { Enterprise as EnterpriseRow, Region as RegionRow } from '../../generated/db/client.ts'
import { Scope } from '../../organisation/graphql/Scope.ts'
import { grantableScopes } from '../../role-grant/domain/grant.ts'
import { RoleEnum } from '../../role-grant/graphql/RoleGrant.ts'

interface Offer {
  readonly role: Role
  readonly scope: RegionRow | EnterpriseRow | null
}

export const RoleOffer = builder.objectRef<Offer>('RoleOffer').implement({
  description: 'A role that the actor may give, and in what scope: what grantRole takes.',
  fields: (t) => ({
    role: t.expose('role', { type: RoleEnum }),
    scope: t.expose('scope', {
      type: Scope,
      nullable: true,
      description: 'What it is limited to; null of a national role.',
    }),
  }),
})

/** All that the actor may give, to whomever. */
export const offersOf = oncePerRequest(async (context): Promise<Offer[]> => {
  const [authority, regions, enterprises] = await Promise.all([
    authorityFor(context),
    database.region.findMany({ orderBy: { position: 'asc' } }),
    database.enterprise.findMany({ orderBy: [{ name: 'asc' }, { id: 'asc' }] }),
  ])
  const scopes = grantableScopes(authority, { enterprises, regionCodes: regions.map(({ code }) => code) })
  return scopes.map(({ role, regionCode, enterprise }) => ({
    role,
    scope:
      enterprises.find(({ id }) => id === enterprise?.id) ??
      regions.find(({ code }) => code === regionCode) ??
      null,
  }))
})
