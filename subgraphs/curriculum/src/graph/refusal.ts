import { refusal } from '../builder.ts'
import type { CurriculumRefusal } from '../rights/domain/refusal.ts'

export const CurriculumRefused = refusal<CurriculumRefusal>('CurriculumRefused', {
  codes: {
    ...{
      NOT_PERMITTED: '',
      RETIRED: '',
      TITLE_REQUIRED: '',
      TEXT_TOO_LONG: '',
      GOALS_REQUIRED: '',
      PLANS_REQUIRED: '',
    },
    ...{
      VALIDITY_REQUIRED: '',
      NUMBER_INVALID: '',
      REGION_REQUIRED: '',
      REASON_REQUIRED: '',
      COMMENT_REQUIRED: '',
    },
    NOT_IN_THIS_STATE: 'the proposal has been answered or withdrawn.',
    SUBJECT_CHANGED: '',
  },
})
