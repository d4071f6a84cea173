import { stepping } from '@kompetanse/command/workflow'
import type { Approver, Decision, Goal, GoalCommand, GoalStatus, Request, Situation } from './goal.ts'
import { capacity } from './permission.ts'
import type { TRANSITIONS } from './transitions.ts'

type Sending = Extract<GoalCommand, { name: 'SEND_FOR_APPROVAL' }>

/** Who is to approve, if that is somebody who may. */
export const approverOf = ({ approverId }: Pick<Sending, 'approverId'>, { approvers }: Situation) =>
  approvers.find(({ personId }) => personId === approverId)

/** The goal after a command that was accepted. */
export const evolve = stepping<typeof TRANSITIONS, Goal, GoalCommand, Situation>({
  COMPLETE: (_goal, { completedOn, comment }) => ({
    status: 'COMPLETED',
    completion: { completedOn, comment },
  }),
  REOPEN: () => ({ status: 'IN_PROGRESS' }),
  SEND_FOR_APPROVAL: ({ completion }, command, situation) => ({
    ...{ status: 'WAITING', completion },
    request: requestOf(command, situation),
  }),
  RECALL: ({ completion }) => ({ status: 'COMPLETED', completion }),
  APPROVE: ({ completion, request }, { comment }, situation) => ({
    ...{ status: 'APPROVED', completion, request },
    decision: decisionOf('APPROVED', comment, situation),
  }),
  REJECT: ({ completion, request }, { comment }, situation) => ({
    ...{ status: 'REJECTED', completion, request },
    decision: decisionOf('REJECTED', comment, situation),
  }),
  // It waits with whom it was sent to, from now: nobody is blamed for the time it was approved.
  REVOKE_APPROVAL: ({ completion, request }, _command, { now }) => ({
    ...{ status: 'WAITING', completion },
    request: { ...request, sentAt: now },
  }),
  ATTACH: (goal) => (goal.status === 'NOT_STARTED' ? { status: 'IN_PROGRESS' } : goal),
  COMMENT: (goal) => goal,
})

function requestOf(command: Pick<Sending, 'approverId'>, situation: Situation): Request {
  const { personId: approverId, role } = approverOf(command, situation) as Approver
  return { approverId, role, sentAt: situation.now }
}

const decisionOf = <Outcome extends GoalStatus & Decision['outcome']>(
  outcome: Outcome,
  comment: string | null,
  { actorId, roles, now, contentDigest }: Situation,
): Decision<Outcome> => ({
  ...{ outcome, ...capacity(roles), decidedById: actorId },
  ...{ decidedAt: now, comment, digest: contentDigest },
})
