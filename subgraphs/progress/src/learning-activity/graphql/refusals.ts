import type { Id } from '@kompetanse/schema/ids'
import { refusal } from '../../builder.ts'
import type { ActivityRefusal } from '../domain/activity.ts'
import { activityById } from './activity-by-id.ts'

interface Refused {
  readonly id: Id<'LearningActivity'>
  readonly code: ActivityRefusal
}

export const LearningActivityRefused = refusal<ActivityRefusal, Refused>('LearningActivityRefused', {
  codes: {
    ...{ NOT_PERMITTED: '', NOT_IN_THIS_STATE: '', COMMENT_REQUIRED: '', CERTIFICATE_REQUIRED: '' },
    ...{ SIGNER_NOT_ELIGIBLE: '', OWN_ACTIVITY: '', DATE_IN_FUTURE: '', PLAN_ARCHIVED: '' },
  },
  fields: (t) => ({ current: activityById(t, 'As it is now, so that buttons are redrawn at once.') }),
})
