import type { PeriodCommandName, PeriodStatus } from './period.ts'

/**
 * status → command → status. The guard, `availableCommands` and thereby the buttons read this table alone. A leader
 * has no way back from SIGNED (F134); the trainee's change of what waits or is signed withdraws it (F136), and it is
 * sent anew (F137). What waits may be sent to somebody else, whose signer is no longer leader.
 */
export const TRANSITIONS = {
  REGISTERED: { EDIT: 'REGISTERED', REMOVE: 'REMOVED', SEND_FOR_SIGNING: 'WAITING' },
  WAITING: {
    EDIT: 'REGISTERED',
    REMOVE: 'REMOVED',
    SEND_FOR_SIGNING: 'WAITING',
    SIGN: 'SIGNED',
    REJECT: 'REJECTED',
  },
  REJECTED: { EDIT: 'REGISTERED', REMOVE: 'REMOVED', SEND_FOR_SIGNING: 'WAITING' },
  SIGNED: { EDIT: 'REGISTERED', REMOVE: 'REMOVED' },
  REMOVED: {},
} as const satisfies Record<PeriodStatus, Partial<Record<PeriodCommandName, PeriodStatus>>>
