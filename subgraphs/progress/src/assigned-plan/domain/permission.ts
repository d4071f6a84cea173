import { isOneOf, permission } from '@kompetanse/directory/permission'
import type { Id } from '@kompetanse/schema/ids'
import type { PlanCommandName } from './decide.ts'

/** What the actor is to the plan's trainee; one person may be several of them. */
export type PlanRole =
  | { readonly kind: 'LEADER' }
  | { readonly kind: 'DEPUTY'; readonly leaderId: Id<'Person'> }
  | { readonly kind: 'SUPPORT' }

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
