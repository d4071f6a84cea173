import { builder } from '../../builder.ts'
import type { ActivityRefusal } from '../domain/activity.ts'
import { activityById } from './activity-by-id.ts'

const LearningActivityRefusalCode = builder.enumType('LearningActivityRefusalCode', {
  values: {
    NOT_PERMITTED: {},
    NOT_IN_THIS_STATE: {},
    COMMENT_REQUIRED: {},
    CERTIFICATE_REQUIRED: {},
    SIGNER_NOT_ELIGIBLE: {},
    OWN_ACTIVITY: { description: 'Nobody signs their own.' },
    DATE_IN_FUTURE: {},
    PLAN_ARCHIVED: {},
  } as const satisfies Record<ActivityRefusal, object>,
})

interface Refused {
  readonly id: string
  readonly code: ActivityRefusal
}

export const LearningActivityRefused = builder.objectRef<Refused>('LearningActivityRefused').implement({
  fields: (t) => ({
    code: t.expose('code', { type: LearningActivityRefusalCode }),
    activity: activityById(t, 'As it stands, so the buttons redraw at once.'),
  }),
})
