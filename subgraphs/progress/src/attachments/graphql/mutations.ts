import { CONTENT } from '@kompetanse/graph'
import { mutationsOn } from '../../graph/mutation.ts'
import { activityById } from '../../learning-activity/graphql/activity-by-id.ts'
import { LearningActivityRefused } from '../../learning-activity/graphql/refusals.ts'
import { goalById } from '../../learning-goal/graphql/goal-by-id.ts'
import { LearningGoalRefused } from '../../learning-goal/graphql/refusals.ts'
import { attachToActivity, attachToGoal, removeFromActivity, removeFromGoal } from '../use-cases/attach.ts'
import { Attachment } from './Attachment.ts'

const upload = {
  required: true,
  description: 'Of the actor’s own, and not yet attached; else NotFound.',
} as const
const own = { required: true, description: 'Uploaded by the actor; else NotFound.' } as const

const onActivity = { id: 'activityId', refused: LearningActivityRefused }
const onGoal = { id: 'goalId', refused: LearningGoalRefused }

mutationsOn({
  ...onActivity,
  perform: attachToActivity,
  success: (t) => ({
    activity: activityById(t),
    attachment: t.field({ ...CONTENT, type: Attachment, resolve: ({ made }) => made }),
  }),
})({
  name: 'AttachToActivity',
  description: 'While the content is open: by the trainee, and not while it waits or is signed (F007).',
  input: (t) => ({ uploadId: t.idOf('Attachment', upload) }),
  command: ({ uploadId }) => uploadId,
})

mutationsOn({
  ...onActivity,
  perform: removeFromActivity,
  success: (t) => ({ activity: activityById(t) }),
})({
  name: 'RemoveActivityAttachment',
  description: 'While the content is open (F007). What was signed with it keeps it.',
  input: (t) => ({ attachmentId: t.idOf('Attachment', own) }),
  command: ({ attachmentId }) => attachmentId,
})

mutationsOn({
  ...onGoal,
  perform: attachToGoal,
  success: (t) => ({
    goal: goalById(t),
    attachment: t.field({ ...CONTENT, type: Attachment, resolve: ({ made }) => made }),
  }),
})({
  name: 'AttachToGoal',
  description:
    'While the content is open: by trainee or mentor, and not while it waits or is approved (F052, F061).',
  input: (t) => ({ uploadId: t.idOf('Attachment', upload) }),
  command: ({ uploadId }) => uploadId,
})

mutationsOn({
  ...onGoal,
  perform: removeFromGoal,
  success: (t) => ({ goal: goalById(t) }),
})({
  name: 'RemoveGoalAttachment',
  description: 'While the content is open (F052). What was decided on with it keeps it.',
  input: (t) => ({ attachmentId: t.idOf('Attachment', own) }),
  command: ({ attachmentId }) => attachmentId,
})
