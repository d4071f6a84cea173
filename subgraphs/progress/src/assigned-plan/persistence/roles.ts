import type { Standing } from '@kompetanse/directory'
import type { PlanRoles } from '../domain/decide.ts'

export const rolesToPlan = ({ relations, deputyOf, support }: Standing): PlanRoles => ({
  leads: relations.has('LEADER') || deputyOf.length > 0,
  support,
})
