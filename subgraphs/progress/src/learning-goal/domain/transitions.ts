import type { GoalCommandName, GoalStatus } from './goal.ts'

/**
 * The workflow. The guard, `availableCommands` and thereby the buttons read this table and nothing else.
 * A rejected goal may be approved unchanged, or corrected and sent again (F117).
 * While somebody else is to decide (WAITING), and after (APPROVED), the content is closed: no ATTACH.
 */
export const TRANSITIONS = {
  NOT_STARTED: { COMPLETE: 'COMPLETED', COMMENT: 'NOT_STARTED', ATTACH: 'IN_PROGRESS' },
  IN_PROGRESS: { COMPLETE: 'COMPLETED', COMMENT: 'IN_PROGRESS', ATTACH: 'IN_PROGRESS' },
  COMPLETED: {
    REOPEN: 'IN_PROGRESS',
    SEND_FOR_APPROVAL: 'WAITING',
    COMMENT: 'COMPLETED',
    ATTACH: 'COMPLETED',
  },
  WAITING: { RECALL: 'COMPLETED', APPROVE: 'APPROVED', REJECT: 'REJECTED', COMMENT: 'WAITING' },
  REJECTED: {
    COMPLETE: 'COMPLETED',
    REOPEN: 'IN_PROGRESS',
    SEND_FOR_APPROVAL: 'WAITING',
    APPROVE: 'APPROVED',
    COMMENT: 'REJECTED',
    ATTACH: 'REJECTED',
  },
  APPROVED: { REVOKE_APPROVAL: 'WAITING', COMMENT: 'APPROVED' },
} as const satisfies Record<GoalStatus, Partial<Record<GoalCommandName, GoalStatus>>>
