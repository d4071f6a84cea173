import { isOneOf, permission } from '@kompetanse/directory/permission'
import type { PlanCommandName, PlanRole } from './plan.ts'

const leads = isOneOf<PlanRole>('LEADER', 'DEPUTY')

const may: Readonly<Record<PlanCommandName | 'ASSIGN', (role: PlanRole) => boolean>> = {
  ASSIGN: leads,
  DELETE: leads,
  ARCHIVE: leads,
  RESTORE: leads,
  DELETE_BEGUN: isOneOf<PlanRole>('SUPPORT'),
}

/** Why these roles may not give a command, and for whom a deputy gives it. */
export const { forbidden, onBehalfOf } = permission({ may })
