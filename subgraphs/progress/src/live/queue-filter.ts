import type { Id } from '@kompetanse/schema/ids'

/** By what the signing queue and the approval queue are narrowed: all that is named fits. */
export interface QueueFilter {
  readonly traineeId?: Id<'Person'> | null | undefined
  readonly planTemplateId?: Id<'PlanTemplate'> | null | undefined
  readonly search?: string | null | undefined
}

/** By what they are sorted. */
export const QUEUE_ORDER_FIELDS = ['SENT_AT', 'TRAINEE_NAME', 'CODE'] as const
export type QueueOrderField = (typeof QUEUE_ORDER_FIELDS)[number]
