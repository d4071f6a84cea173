import { asId } from '@kompetanse/graph'
import type { Actor } from '@kompetanse/schema/actor-token'
import type { Prisma } from '../../generated/db/client.ts'
import type { Tx } from '../../database.ts'

/** The portal's own templates, those of the actor's enterprise and region, and those that the actor administers. */
export async function visibleTemplate(db: Tx, actor: Actor): Promise<Prisma.ConversationTemplateWhereInput> {
  if (actor.kind !== 'person') return { id: { in: [] } }
  const person = await db.person.findUnique({ where: { id: asId(actor.personId) } })
  const enterprises = [person?.enterpriseId, ...actor.grants.map(({ enterpriseId }) => enterpriseId)]
  const regions = [person?.regionCode, ...actor.grants.map(({ regionCode }) => regionCode)]
  const support = actor.grants.some(
    (grant) => grant.role === 'SUPPORT' && !grant.enterpriseId && !grant.regionCode,
  )
  if (support) return {}
  return {
    OR: [
      { origin: 'PORTAL_DEFAULT' },
      { enterpriseId: { in: enterprises.flatMap((id) => id ?? []) } },
      { regionCode: { in: regions.flatMap((code) => code ?? []) } },
    ],
  }
}
