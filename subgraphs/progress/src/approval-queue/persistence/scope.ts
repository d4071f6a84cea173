import type { Actor } from '@kompetanse/schema/actor-token'
import { standsInFor } from '../../directory/visibility.ts'
import { running } from '../../directory/running.ts'
import type { Prisma } from '../../generated/db/client.ts'

export type QueueScope = 'MINE' | 'AS_DEPUTY' | 'MY_TRAINEES'
export type ApprovalTab = 'WAITING' | 'REJECTED' | 'APPROVED'

/**
 * Whose requests a scope shows. A leader sees all of the trainees' requests, with whomever they are (F095); who
 * has been sent a goal keeps it in the own tabs after the decision.
 */
export function inScope(scope: QueueScope, { personId }: Actor, today: Date): Prisma.LearningGoalWhereInput {
  switch (scope) {
    case 'MINE':
      return { approverId: personId }
    case 'AS_DEPUTY':
      return { approver: standsInFor(personId, today) }
    case 'MY_TRAINEES':
      return {
        approverId: { not: null },
        trainee: { relationsAsTrainee: { some: { kind: 'LEADER', personId, ...running(today) } } },
      }
  }
}
