import type { DataFields, UpdateResolver } from '@urql/exchange-graphcache'
import type { CachePart } from '#lib/graph/cache-part.ts'

const dropPlan =
  (field: string): UpdateResolver<DataFields> =>
  (result, _args, cache) => {
    const id = (result[field] as { assignedPlanId?: string } | null)?.assignedPlanId
    if (id) cache.invalidate({ __typename: 'AssignedPlan', id })
  }

export const planCache: CachePart = {
  Mutation: {
    deleteAssignedPlan: dropPlan('deleteAssignedPlan'),
    deleteBegunPlan: dropPlan('deleteBegunPlan'),
  },
}
