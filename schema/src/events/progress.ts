import * as v from 'valibot'
import { defineEvent, type PayloadOf } from './define.ts'
import { id, version } from './fields.ts'

export const activityChanged = defineEvent(
  'progress.activity-changed',
  v.object({
    activityId: id,
    traineeId: id,
    command: v.string(),
    status: v.string(),
    byId: id,
    signerId: v.nullable(id),
    version,
  }),
)
export type ActivityChangedEvent = PayloadOf<typeof activityChanged>

export const goalChanged = defineEvent(
  'progress.goal-changed',
  v.object({
    goalId: id,
    traineeId: id,
    command: v.string(),
    status: v.string(),
    byId: id,
    approverId: v.nullable(id),
    version,
  }),
)
export type GoalChangedEvent = PayloadOf<typeof goalChanged>
