import type { Standing } from '@kompetanse/directory'
import type { PlanRole } from '../domain/plan.ts'

/** What somebody is to the plans of a trainee. */
export const rolesToPlan = ({ relations, deputyOf, support }: Standing): readonly PlanRole[] => [
  ...(relations.has('LEADER') ? [{ kind: 'LEADER' as const }] : []),
  ...deputyOf.map((leaderId) => ({ kind: 'DEPUTY' as const, leaderId })),
  ...(support ? [{ kind: 'SUPPORT' as const }] : []),
]
