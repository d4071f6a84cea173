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
