import { builder } from './builder.ts'

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
  } as const,
})

export interface CurriculumRefusedShape {
  readonly __typename: 'CurriculumRefused'
  readonly code: typeof CurriculumRefusalCode.$inferType
}

export const CurriculumRefused = builder.objectRef<CurriculumRefusedShape>('CurriculumRefused').implement({
  fields: (t) => ({ code: t.expose('code', { type: CurriculumRefusalCode }) }),
})

export const refused = (code: CurriculumRefusedShape['code']): CurriculumRefusedShape => ({
  __typename: 'CurriculumRefused',
  code,
})
export const notFound = (id: string) => ({ __typename: 'NotFound' as const, id })
export const stale = (expectedVersion: number, currentVersion: number) => ({
  __typename: 'StaleVersion' as const,
  expectedVersion,
  currentVersion,
})

export type Refusal = CurriculumRefusedShape | ReturnType<typeof notFound> | ReturnType<typeof stale>
