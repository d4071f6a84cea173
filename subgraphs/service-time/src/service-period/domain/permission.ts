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

/** Whom the actor stands in for when giving this command; null when the actor may give it in their own name. */
export function onBehalfOf(command: PeriodCommandName, roles: readonly PeriodRole[]): Id<'Person'> | null {
  const able = roles.filter(({ kind }) => MAY[command].includes(kind))
  if (able.some((role) => !('leaderId' in role))) return null
  return able.flatMap((role) => ('leaderId' in role ? [role.leaderId] : []))[0] ?? null
}
