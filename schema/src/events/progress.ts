import * as v from 'valibot'
import { defineEvent, type PayloadOf } from './define.ts'
import { activityKind, cause, date, idOf, instant, version } from './fields.ts'

/**
 * A learning activity took a step: all that may be shown of it to a person who may not read it. Texts are not part of
 * an event.
 */
export const activityChanged = defineEvent(
  'progress.activity-changed',
  v.object({
    activityId: idOf('LearningActivity'),
    traineeId: idOf('Person'),
    assignedPlanId: idOf('AssignedPlan'),
    title: v.string(),
    kind: activityKind,
    goals: v.array(v.object({ goalId: idOf('LearningGoal'), code: v.string() })),
    command: v.picklist([
      ...['REGISTER', 'SEND_FOR_SIGNING', 'RECALL', 'SIGN', 'REJECT', 'WITHDRAW_SIGNATURE'],
      ...['MARK_FULFILLED', 'START_E_LEARNING', 'ATTACH'],
    ] as const),
    /** It lapses the day after `validUntil`, without another event. */
    status: v.picklist(['NOT_STARTED', 'REGISTERED', 'WAITING', 'REJECTED', 'SIGNED', 'FULFILLED', 'LAPSED']),
    ...cause,
    performedOn: v.nullable(date),
    /** The signer and when it was sent; stays after the decision. */
    request: v.nullable(
      v.object({
        signerId: idOf('Person'),
        role: v.picklist(['SUPERVISOR', 'MENTOR', 'LEADER']),
        sentAt: instant,
      }),
    ),
    /** The last day it counts; null when it counts for ever, or does not yet. */
    validUntil: v.nullable(date),
    version,
  }),
)
export type ActivityChangedEvent = PayloadOf<typeof activityChanged>

/** A learning goal took a step, or what a decision on it rests on changed. */
export const goalChanged = defineEvent(
  'progress.goal-changed',
  v.object({
    goalId: idOf('LearningGoal'),
    traineeId: idOf('Person'),
    assignedPlanId: idOf('AssignedPlan'),
    code: v.string(),
    wording: v.string(),
    command: v.picklist([
      ...['COMPLETE', 'REOPEN', 'SEND_FOR_APPROVAL', 'RECALL', 'APPROVE', 'REJECT', 'REVOKE_APPROVAL'],
      // Its activities, or a mentor's recommendation of it.
      ...['ATTACH', 'BASIS_CHANGED'],
    ] as const),
    status: v.picklist(['NOT_STARTED', 'IN_PROGRESS', 'COMPLETED', 'WAITING', 'REJECTED', 'APPROVED']),
    ...cause,
    completedOn: v.nullable(date),
    /** The approver and when it was sent; stays after the decision. */
    request: v.nullable(
      v.object({
        approverId: idOf('Person'),
        role: v.picklist(['LEADER', 'DEPUTY', 'DELEGATE']),
        sentAt: instant,
      }),
    ),
    /** In which capacity it was decided on; null until it is. */
    decidedAs: v.nullable(v.picklist(['LEADER', 'DEPUTY', 'DELEGATE', 'DIRECTORATE'])),
    version,
  }),
)
export type GoalChangedEvent = PayloadOf<typeof goalChanged>

/** A comment on an activity or a goal. An event does not carry its text, which only some may read. */
export const commented = defineEvent(
  'progress.commented',
  v.object({
    commentId: idOf('Comment'),
    traineeId: idOf('Person'),
    subject: v.variant('kind', [
      v.object({ kind: v.literal('ACTIVITY'), id: idOf('LearningActivity'), title: v.string() }),
      v.object({ kind: v.literal('GOAL'), id: idOf('LearningGoal'), code: v.string(), wording: v.string() }),
    ]),
    byId: idOf('Person'),
    at: instant,
    /** A comment never changes. */
    version: v.literal(1),
  }),
)
export type CommentedEvent = PayloadOf<typeof commented>
