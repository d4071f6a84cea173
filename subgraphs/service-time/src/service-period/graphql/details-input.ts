import { builder } from '../../builder.ts'
import type { DetailsInput } from '../use-cases/details-input.ts'
import { AbsenceKind, ServicePeriodKind } from './enums.ts'

const AbsenceDetails = builder.inputType('AbsenceDetails', {
  fields: (t) => ({
    kind: t.field({ type: AbsenceKind, required: true }),
    startsOn: t.field({ type: 'Date', required: true }),
    endsOn: t.field({ type: 'Date', required: true }),
    share: t.float({ required: true, defaultValue: 1 }),
  }),
})

const UnsupervisedPeriodDetails = builder.inputType('UnsupervisedPeriodDetails', {
  fields: (t) => ({
    startsOn: t.field({ type: 'Date', required: true }),
    endsOn: t.field({ type: 'Date', required: true }),
    reason: t.string({ required: true }),
  }),
})

export const ServicePeriodDetails = builder.inputType('ServicePeriodDetails', {
  description: 'The whole of what the trainee states; an edit sends all of it again.',
  fields: (t) => ({
    kind: t.field({ type: ServicePeriodKind, required: true }),
    enterpriseId: t.id({ description: 'Of an enterprise that the portal knows; then its name is taken.' }),
    enterpriseName: t.string({ description: 'Of a place of work that the portal does not know.' }),
    unitName: t.string(),
    position: t.string({ required: true }),
    fte: t.float({ required: true, description: '1 is full time; kept in hundredths of a percent.' }),
    startsOn: t.field({ type: 'Date', required: true }),
    endsOn: t.field({ type: 'Date', description: 'The last day; null while it goes on.' }),
    overlapReason: t.string({ description: 'Required when positions are above full time together.' }),
    absences: t.field({ type: [AbsenceDetails], required: true }),
    unsupervisedPeriods: t.field({ type: [UnsupervisedPeriodDetails], required: true }),
  }),
})

/** The input with null for what was left out. */
export const fromInput = (input: typeof ServicePeriodDetails.$inferInput): DetailsInput => ({
  ...input,
  enterpriseId: input.enterpriseId?.toLowerCase() ?? null,
  enterpriseName: input.enterpriseName ?? null,
  unitName: input.unitName ?? null,
  endsOn: input.endsOn ?? null,
  overlapReason: input.overlapReason ?? null,
})
