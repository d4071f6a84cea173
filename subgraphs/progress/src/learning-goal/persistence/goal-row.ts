import { present } from '@kompetanse/graph'
import { dayOf } from '@kompetanse/calendar/day'
import type { LearningGoal as GoalRow } from '../../generated/db/client.ts'
import type { Decision, Goal, Request } from '../domain/goal.ts'

/** The goal that a row holds. The CHECKs of the table keep a row from holding none. */
export function goalOf(row: GoalRow): Goal {
  const { status } = row
  switch (status) {
    case 'NOT_STARTED':
    case 'IN_PROGRESS':
      return { status }
    case 'COMPLETED':
      return { status, completion: completionOf(row) }
    case 'WAITING':
      return { status, completion: completionOf(row), request: requestOf(row) }
    case 'REJECTED':
    case 'APPROVED': {
      const parts = { completion: completionOf(row), request: requestOf(row) }
      return status === 'APPROVED'
        ? { status, ...parts, decision: { outcome: status, ...decisionOf(row) } }
        : { status, ...parts, decision: { outcome: status, ...decisionOf(row) } }
    }
  }
}

type Columns = Pick<
  GoalRow,
  | 'status'
  | 'completionComment'
  | 'approverId'
  | 'approverRole'
  | 'sentAt'
  | 'outcome'
  | 'decidedById'
  | 'decidedOnBehalfOfId'
  | 'decisionSource'
  | 'decidedAt'
  | 'decisionComment'
  | 'decisionDigest'
> & { readonly completedOn: string | null }

/** All columns of a goal's state, so that none of an earlier state is left behind. */
export function columnsOf(goal: Goal): Columns {
  const completion = 'completion' in goal ? goal.completion : null
  const request = 'request' in goal ? goal.request : null
  const decision = 'decision' in goal ? goal.decision : null
  return {
    status: goal.status,
    completedOn: completion?.completedOn ?? null,
    completionComment: completion?.comment ?? null,
    approverId: request?.approverId ?? null,
    approverRole: request?.role ?? null,
    sentAt: request?.sentAt ?? null,
    outcome: decision?.outcome ?? null,
    decidedById: decision?.decidedById ?? null,
    decidedOnBehalfOfId: decision?.onBehalfOfId ?? null,
    decisionSource: decision?.source ?? null,
    decidedAt: decision?.decidedAt ?? null,
    decisionComment: decision?.comment ?? null,
    decisionDigest: decision?.digest ?? null,
  }
}

const completionOf = (row: GoalRow) => ({
  completedOn: dayOf(present(row.completedOn)),
  comment: row.completionComment,
})

const requestOf = (row: GoalRow): Request => ({
  approverId: present(row.approverId),
  role: present(row.approverRole),
  sentAt: present(row.sentAt),
})

const decisionOf = (row: GoalRow): Omit<Decision, 'outcome'> => ({
  decidedById: present(row.decidedById),
  onBehalfOfId: row.decidedOnBehalfOfId,
  source: present(row.decisionSource),
  decidedAt: present(row.decidedAt),
  comment: row.decisionComment,
  digest: present(row.decisionDigest),
})
