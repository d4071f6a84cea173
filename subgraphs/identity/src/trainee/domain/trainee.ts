import type { Day } from '@kompetanse/calendar/day'
import type { Id } from '@kompetanse/schema/ids'
import type { Place } from '../../authority/domain/authority.ts'

export const TRAINING_PARTS = ['PART_1', 'PART_2', 'PART_3'] as const
export type TrainingPart = (typeof TRAINING_PARTS)[number]

/** What permissions need to know of a trainee. */
export interface TraineeFacts extends Place {
  readonly id: Id<'Person'>
  readonly trainingStartedOn: Day
  /** The leader of today. */
  readonly leaderId: Id<'Person'> | null
}
