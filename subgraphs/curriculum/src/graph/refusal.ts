import { builder } from '../builder.ts'
import type { CurriculumRefusal } from '../rights/domain/refusal.ts'

const CurriculumRefusalCode = builder.enumType('CurriculumRefusalCode', {
  values: {
    NOT_PERMITTED: {},
    RETIRED: {},
    TITLE_REQUIRED: { description: 'From 1 to 200 characters.' },
    GOALS_REQUIRED: {},
    PLANS_REQUIRED: {},
    VALIDITY_REQUIRED: {},
    NUMBER_INVALID: { description: 'A whole number from 1 to 1,000.' },
    REASON_REQUIRED: {},
    COMMENT_REQUIRED: {},
    NOT_IN_THIS_STATE: { description: 'The proposal has been answered or withdrawn.' },
    SUBJECT_CHANGED: { description: 'What it would change is no longer as the proposer saw it.' },
  } as const satisfies Record<CurriculumRefusal, object>,
})

export const CurriculumRefused = builder
  .objectRef<{ readonly code: CurriculumRefusal }>('CurriculumRefused')
  .implement({ fields: (t) => ({ code: t.expose('code', { type: CurriculumRefusalCode }) }) })
