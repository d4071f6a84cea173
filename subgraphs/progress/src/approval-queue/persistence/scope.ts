import type { QueueScope } from '@kompetanse/live/queue'
import { running, standsInFor } from '@kompetanse/directory'
import { today } from '@kompetanse/directory/day'
import { containing, type GraphContext } from '@kompetanse/graph'
import type { Prisma } from '../../generated/db/client.ts'
import type { QueueFilterInput } from '../../graph/queue-inputs.ts'

export type ApprovalTab = 'WAITING' | 'REJECTED' | 'APPROVED'
type Where = Prisma.LearningGoalWhereInput

/**
 * Whose requests a scope shows; archived plans are left out. A leader sees all of the trainees' requests, with
 * whomever they are (F095); who was sent a goal keeps it in the own tabs after the decision, whoever made it (F096).
 */
export function inScope(scope: QueueScope, { actor, now }: GraphContext): Where {
  const assignedPlan = { status: 'ACTIVE' as const }
  const { personId } = actor
  if (actor.kind !== 'person') return { id: { in: [] } }
  switch (scope) {
    case 'MINE':
      return { assignedPlan, approverId: personId }
    case 'AS_DEPUTY':
      return { assignedPlan, approver: standsInFor(personId, today(now)) }
    case 'MY_TRAINEES': {
      const led = { kind: 'LEADER' as const, personId, ...running(today(now)) }
      return { assignedPlan, approverId: { not: null }, trainee: { relationsAsTrainee: { some: led } } }
    }
  }
}

/** Rows of one tab that fit the filter; its search reads names, wordings and codes. */
export function inTab(tab: ApprovalTab, filter: QueueFilterInput | null | undefined): Where {
  const { traineeId, planTemplateId } = filter ?? {}
  const search = filter?.search
  const words = containing(search ?? '')
  return {
    status: tab,
    ...(traineeId && { traineeId }),
    ...(planTemplateId && { assignedPlan: { planTemplateId } }),
    ...(search && {
      OR: [
        { trainee: { displayName: words } },
        { definition: { OR: [{ code: words }, { wording: words }] } },
      ],
    }),
  }
}
