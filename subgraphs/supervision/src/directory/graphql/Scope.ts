import { type GraphContext, scopeUnion } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import type { RegionCode as Code } from '@kompetanse/schema/regions'
import { builder, RegionCode } from '../../builder.ts'
import { Enterprise, enterpriseOf } from './Enterprise.ts'

const Region = builder.objectRef<{ readonly code: Code }>('Region').implement({
  directives: { key: { fields: 'code', resolvable: false } },
  description: 'A regional health authority, or the municipal part.',
  fields: (t) => ({ code: t.expose('code', { type: RegionCode }) }),
})

/** Of what is limited to one of them; what is of the whole nation has none. */
export const Scope = builder.unionType('Scope', scopeUnion(Region, Enterprise))

interface Limited {
  readonly enterpriseId: Id<'Enterprise'> | null
  readonly regionCode: Code | null
}

/** What a row or a grant is limited to; null of the whole nation. An enterprise where nobody is known has its id for a name. */
export async function scopeOf({ enterpriseId: id, regionCode }: Limited, context: GraphContext) {
  if (id) return (await enterpriseOf(id, context)) ?? { id, name: id }
  return regionCode && { code: regionCode }
}
