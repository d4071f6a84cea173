/** Goals, commands and situations for the tests of the decision. */
import { brandId } from '@kompetanse/schema/ids'
import type { Decision, Goal, GoalCommand, GoalCommandName, GoalStatus, Request, Situation } from './goal.ts'

export const ADA = brandId<'Person'>('ada')
export const CLARA = brandId<'Person'>('clara')
export const LEADER = brandId<'Person'>('leader')
export const DELEGATE = brandId<'Person'>('delegate')
export const NOW = new Date('2026-09-15T10:00:00Z')
export const STATUSES = [
  'NOT_STARTED',
  'IN_PROGRESS',
  'COMPLETED',
  'WAITING',
  'REJECTED',
  'APPROVED',
] as const satisfies GoalStatus[]

const completion = { completedOn: '2026-09-01', comment: 'Ferdig' }
const request: Request = {
  approverId: DELEGATE,
  role: 'DELEGATE',
  sentAt: new Date('2026-09-02T08:00:00Z'),
}
const decision: Omit<Decision, 'outcome'> = {
  decidedById: DELEGATE,
  onBehalfOfId: null,
  source: 'DELEGATE',
  decidedAt: new Date('2026-09-03T08:00:00Z'),
  comment: 'Sett',
  digest: 'd0',
}

/** A goal in that state, sent to a delegate where it was sent. */
export function aGoal(status: GoalStatus): Goal {
  switch (status) {
    case 'NOT_STARTED':
    case 'IN_PROGRESS':
      return { status }
    case 'COMPLETED':
      return { status, completion }
    case 'WAITING':
      return { status, completion, request }
    case 'REJECTED':
      return { status, completion, request, decision: { ...decision, outcome: status } }
    case 'APPROVED':
      return { status, completion, request, decision: { ...decision, outcome: status } }
  }
}

/** A command with all that it needs. One that has no case here does not compile. */
export function aCommand(name: GoalCommandName): GoalCommand {
  switch (name) {
    case 'COMPLETE':
      return { name, completedOn: '2026-09-10', comment: null }
    case 'SEND_FOR_APPROVAL':
      return { name, approverId: LEADER }
    case 'REOPEN':
    case 'RECALL':
    case 'ATTACH':
      return { name }
    case 'APPROVE':
    case 'REJECT':
    case 'REVOKE_APPROVAL':
    case 'COMMENT':
      return { name, comment: 'En kommentar' }
  }
}

export const aSituation = (rest: Partial<Situation>): Situation => ({
  actorId: CLARA,
  roles: [],
  approvers: [{ personId: LEADER, role: 'LEADER' }],
  planArchived: false,
  now: NOW,
  today: '2026-09-15',
  contentDigest: 'd1',
  ...rest,
})
