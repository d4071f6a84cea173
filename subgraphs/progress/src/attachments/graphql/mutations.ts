import { CONTENT } from '@kompetanse/graph'
import { mutation } from '../../graph/mutation.ts'
import { activityById } from '../../learning-activity/graphql/activity-by-id.ts'
import { ACTIVITY_REFUSALS, seenActivity } from '../../learning-activity/graphql/mutation.ts'
import { goalById } from '../../learning-goal/graphql/goal-by-id.ts'
import { GOAL_REFUSALS, seenGoal } from '../../learning-goal/graphql/mutation.ts'
import { attachToActivity, attachToGoal, removeFromActivity, removeFromGoal } from '../use-cases/attach.ts'
import { Attachment } from './Attachment.ts'

const upload = {
  required: true,
  description: 'Of the actor’s own, and not yet attached; else NotFound.',
} as const
const own = { required: true, description: 'Uploaded by the actor; else NotFound.' } as const

mutation({
  name: 'AttachToActivity',
  description: 'While the content is open: by the trainee, and not while it waits or is signed (F007).',
  input: (t) => ({ ...seenActivity(t), uploadId: t.id(upload) }),
  refusals: ACTIVITY_REFUSALS,
  perform: ({ activityId: id, uploadId: fileId, expectedVersion }, context) =>
    attachToActivity({ id, expectedVersion, fileId }, context),
  success: (t) => ({
    activity: activityById(t),
    attachment: t.field({ ...CONTENT, type: Attachment, resolve: ({ made }) => made }),
  }),
})

mutation({
  name: 'RemoveActivityAttachment',
  description: 'While the content is open. What was signed with it keeps it.',
  input: (t) => ({ ...seenActivity(t), attachmentId: t.id(own) }),
  refusals: ACTIVITY_REFUSALS,
  perform: ({ activityId: id, attachmentId: fileId, expectedVersion }, context) =>
    removeFromActivity({ id, expectedVersion, fileId }, context),
  success: (t) => ({ activity: activityById(t) }),
})

mutation({
  name: 'AttachToGoal',
  description:
    'While the content is open: by trainee or mentor, and not while it waits or is approved (F052, F061).',
  input: (t) => ({ ...seenGoal(t), uploadId: t.id(upload) }),
  refusals: GOAL_REFUSALS,
  perform: ({ goalId: id, uploadId: fileId, expectedVersion }, context) =>
    attachToGoal({ id, expectedVersion, fileId }, context),
  success: (t) => ({
    goal: goalById(t),
    attachment: t.field({ ...CONTENT, type: Attachment, resolve: ({ made }) => made }),
  }),
})

mutation({
  name: 'RemoveGoalAttachment',
  description: 'While the content is open. What was decided on with it keeps it.',
  input: (t) => ({ ...seenGoal(t), attachmentId: t.id(own) }),
  refusals: GOAL_REFUSALS,
  perform: ({ goalId: id, attachmentId: fileId, expectedVersion }, context) =>
    removeFromGoal({ id, expectedVersion, fileId }, context),
  success: (t) => ({ goal: goalById(t) }),
})
