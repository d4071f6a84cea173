import { builder } from '../../builder.ts'
import { ABSENCE_KINDS, PERIOD_KINDS } from '../domain/kinds.ts'

export const ServicePeriodKind = builder.enumType('ServicePeriodKind', {
  description: 'What sort of service it is: by it the regulation counts it.',
  values: PERIOD_KINDS,
})

export const AbsenceKind = builder.enumType('AbsenceKind', {
  description: 'Why the trainee was away: by it § 31 counts or deducts.',
  values: ABSENCE_KINDS,
})
