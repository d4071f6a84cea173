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

/** Why these roles may not give this command, or null when they may. Nobody signs their own. */
export function forbidden(
  command: PeriodCommandName,
  roles: readonly PeriodRole[],
): 'OWN_PERIOD' | 'NOT_PERMITTED' | null {
  if (MAY[command] === SIGNING && roles.some(({ kind }) => kind === 'TRAINEE')) return 'OWN_PERIOD'
  return roles.some(({ kind }) => MAY[command].includes(kind)) ? null : 'NOT_PERMITTED'
}

/** Whom the actor of a permitted command stands in for; null when a role of their own lets them give it. */
export function onBehalfOf(roles: readonly PeriodRole[]): Id<'Person'> | null {
  const leaders = roles.map((role) => ('leaderId' in role ? role.leaderId : null))
  return leaders.includes(null) ? null : (leaders[0] ?? null)
}
