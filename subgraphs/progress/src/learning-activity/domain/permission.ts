import { isOneOf, permission } from '@kompetanse/directory/permission'
import type { ActivityCommandName, ActivityRole } from './activity.ts'

const isTrainee = isOneOf<ActivityRole>('TRAINEE')
const signs = isOneOf<ActivityRole>('SIGNER', 'SIGNERS_DEPUTY')
const leads = isOneOf<ActivityRole>('LEADER', 'LEADERS_DEPUTY')

const may: Readonly<Record<ActivityCommandName, (role: ActivityRole) => boolean>> = {
  REGISTER: isTrainee,
  SEND_FOR_SIGNING: isTrainee,
  RECALL: isTrainee,
  SIGN: signs,
  REJECT: signs,
  WITHDRAW_SIGNATURE: signs,
  MARK_FULFILLED: leads,
  START_E_LEARNING: isTrainee,
  // Whoever is anything to it discusses it.
  COMMENT: () => true,
  ATTACH: isTrainee,
}

const decisions: readonly ActivityCommandName[] = ['SIGN', 'REJECT', 'WITHDRAW_SIGNATURE', 'MARK_FULFILLED']

/** Why these roles may not give a command, and for whom a deputy gives it. */
export const { forbidden, onBehalfOf } = permission({ may, decisions, own: 'OWN_ACTIVITY' })
