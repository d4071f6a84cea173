import type { QueueScope } from '@kompetanse/live/queue'
import { running, standsInFor } from '@kompetanse/directory'
import { today } from '@kompetanse/directory/day'
import { containing, type GraphContext } from '@kompetanse/graph'
import type { Prisma } from '../../generated/db/client.ts'
import type { QueueFilterInput } from '../../graph/queue-inputs.ts'

export type SigningTab = 'WAITING' | 'REJECTED' | 'SIGNED'
type Where = Prisma.LearningActivityWhereInput

/**
 * Whose requests a scope shows; archived plans are left out. Who was asked keeps it in the own tabs after the
 * signature (F109), whoever gave it.
 */
export function inScope(scope: QueueScope, { actor, now }: GraphContext): Where {
  const assignedPlan = { status: 'ACTIVE' as const }
  const { personId } = actor
  if (actor.kind !== 'person') return { id: { in: [] } }
  switch (scope) {
    case 'MINE':
      return { assignedPlan, signerId: personId }
    case 'AS_DEPUTY':
      return { assignedPlan, signer: standsInFor(personId, today(now)) }
    case 'MY_TRAINEES': {
      const led = { kind: 'LEADER' as const, personId, ...running(today(now)) }
      return { assignedPlan, signerId: { not: null }, trainee: { relationsAsTrainee: { some: led } } }
    }
  }
}

/** Rows of one tab that fit the filter; its search reads names, titles and codes. */
export function inTab(tab: SigningTab, filter: QueueFilterInput | null | undefined): Where {
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
        { definition: { title: words } },
        { goals: { some: { goal: { definition: { code: words } } } } },
      ],
    }),
  }
}
