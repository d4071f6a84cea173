import { builder } from '../../builder.ts'
import { LearningActivity } from '../../learning-activity/graphql/LearningActivity.ts'
import { LearningGoal } from '../../learning-goal/graphql/LearningGoal.ts'
import { AttachmentConnection, attachedField } from './Attachment.ts'

builder.prismaObjectField(LearningActivity, 'attachments', (t) =>
  t.relatedConnection('attachments', attachedField, ...AttachmentConnection),
)
builder.prismaObjectField(LearningGoal, 'attachments', (t) =>
  t.relatedConnection('attachments', attachedField, ...AttachmentConnection),
)
