import { NOBODY } from '@kompetanse/directory'
import type { RegionCode } from '@kompetanse/schema/regions'
import type { Id } from '@kompetanse/schema/ids'
import type { GraphContext } from '@kompetanse/graph'
import type { Place } from '../../authority/domain/authority.ts'
import type { Tx } from '../../database.ts'
import type { Enterprise, Prisma } from '../../generated/db/client.ts'

/** The organisation chart is open to everybody who is signed in; a machine sees its region and no other. */
export function visibleEnterprises({ actor }: GraphContext): Prisma.EnterpriseWhereInput {
  if (actor.kind === 'person') return {}
  return actor.kind === 'machine' && actor.regionCode ? { regionCode: actor.regionCode } : NOBODY
}

export const placeSelect = {
  enterpriseId: true,
  enterprise: { select: { regionCode: true } },
} satisfies Prisma.UnitSelect

/** Where a unit is, as far as permissions need it. */
export const toPlace = (unit: {
  enterpriseId: Id<'Enterprise'>
  enterprise: { regionCode: RegionCode }
}) => ({
  enterpriseId: unit.enterpriseId,
  regionCode: unit.enterprise.regionCode,
})

/** Where the unit is; null when there is none. */
export async function findPlace(tx: Tx, unitId: Id<'Unit'>): Promise<Place | null> {
  const unit = await tx.unit.findUnique({ where: { id: unitId }, select: placeSelect })
  return unit && toPlace(unit)
}

export const findEnterprise = (tx: Tx, id: Id<'Enterprise'>): Promise<Enterprise | null> =>
  tx.enterprise.findUnique({ where: { id } })
