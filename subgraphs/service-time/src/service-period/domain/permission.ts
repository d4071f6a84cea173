import { isOneOf, permission } from '@kompetanse/directory/permission'
import type { PeriodCommandName, PeriodRole } from './period.ts'

const isTrainee = isOneOf<PeriodRole>('TRAINEE')
const signs = isOneOf<PeriodRole>('SIGNER', 'SIGNERS_DEPUTY')

const may: Readonly<Record<PeriodCommandName, (role: PeriodRole) => boolean>> = {
  EDIT: isTrainee,
  REMOVE: isTrainee,
  SEND_FOR_SIGNING: isTrainee,
  SIGN: signs,
  REJECT: signs,
}

const decisions: readonly PeriodCommandName[] = ['SIGN', 'REJECT']

/** Why these roles may not give a command, and for whom a deputy gives it. */
export const { forbidden, onBehalfOf } = permission({ may, decisions, own: 'OWN_PERIOD' })
