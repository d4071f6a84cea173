import { stoodInFor } from '@kompetanse/directory/standing-in'
import type { Id } from '@kompetanse/schema/ids'
import type { ActivityCommandName, ActivityRole } from './activity.ts'

type RoleKind = ActivityRole['kind']

const SIGNING: readonly RoleKind[] = ['SIGNER', 'SIGNERS_DEPUTY']
const LEADING: readonly RoleKind[] = ['LEADER', 'LEADERS_DEPUTY']

const MAY: Readonly<Record<ActivityCommandName, readonly RoleKind[]>> = {
  REGISTER: ['TRAINEE'],
  SEND_FOR_SIGNING: ['TRAINEE'],
  RECALL: ['TRAINEE'],
  SIGN: SIGNING,
  REJECT: SIGNING,
  WITHDRAW_SIGNATURE: SIGNING,
  MARK_FULFILLED: LEADING,
  START_E_LEARNING: ['TRAINEE'],
  COMMENT: ['TRAINEE', 'MENTOR', 'SUPERVISOR', ...SIGNING, ...LEADING],
  ATTACH: ['TRAINEE'],
}

const DECIDING: readonly ActivityCommandName[] = ['SIGN', 'REJECT', 'WITHDRAW_SIGNATURE', 'MARK_FULFILLED']

const ableOf = (command: ActivityCommandName, roles: readonly ActivityRole[]) =>
  roles.filter(({ kind }) => MAY[command].includes(kind))

/** Why these roles may not give this command, or null when they may. Nobody signs their own. */
export function forbidden(
  command: ActivityCommandName,
  roles: readonly ActivityRole[],
): 'OWN_ACTIVITY' | 'NOT_PERMITTED' | null {
  if (DECIDING.includes(command) && roles.some(({ kind }) => kind === 'TRAINEE')) return 'OWN_ACTIVITY'
  return ableOf(command, roles).length > 0 ? null : 'NOT_PERMITTED'
}

/** Whom the actor stands in for when giving this command; null when the actor may give it in their own name. */
export const onBehalfOf = (
  command: ActivityCommandName,
  roles: readonly ActivityRole[],
): Id<'Person'> | null => stoodInFor(ableOf(command, roles))
