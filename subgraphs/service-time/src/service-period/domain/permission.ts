import { stoodInFor } from '@kompetanse/directory/standing-in'
import type { Id } from '@kompetanse/schema/ids'
import type { PeriodCommandName, PeriodRole } from './period.ts'

type RoleKind = PeriodRole['kind']

const SIGNING: readonly RoleKind[] = ['SIGNER', 'SIGNERS_DEPUTY']

const MAY: Readonly<Record<PeriodCommandName, readonly RoleKind[]>> = {
  EDIT: ['TRAINEE'],
  REMOVE: ['TRAINEE'],
  SEND_FOR_SIGNING: ['TRAINEE'],
  SIGN: SIGNING,
  REJECT: SIGNING,
}

const ableOf = (command: PeriodCommandName, roles: readonly PeriodRole[]) =>
  roles.filter(({ kind }) => MAY[command].includes(kind))

/** Why these roles may not give this command, or null when they may. Nobody signs their own. */
export function forbidden(
  command: PeriodCommandName,
  roles: readonly PeriodRole[],
): 'OWN_PERIOD' | 'NOT_PERMITTED' | null {
  if (MAY[command] === SIGNING && roles.some(({ kind }) => kind === 'TRAINEE')) return 'OWN_PERIOD'
  return ableOf(command, roles).length > 0 ? null : 'NOT_PERMITTED'
}

/** Whom the actor stands in for when giving this command; null when the actor may give it in their own name. */
export const onBehalfOf = (command: PeriodCommandName, roles: readonly PeriodRole[]): Id<'Person'> | null =>
  stoodInFor(ableOf(command, roles))
