import { builder } from '../../builder.ts'
import { ABSENCE_KINDS, PERIOD_KINDS } from '../domain/kinds.ts'

export const ServicePeriodKind = builder.enumType('ServicePeriodKind', { values: PERIOD_KINDS })

export const AbsenceKind = builder.enumType('AbsenceKind', { values: ABSENCE_KINDS })
