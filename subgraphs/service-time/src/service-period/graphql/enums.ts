import { unverifiedValue } from '@kompetanse/graph'
import { builder } from '../../builder.ts'
import { PERIOD_KINDS } from '../../ledger/domain/kinds.ts'
import { ABSENCE_KINDS } from '../../ledger/domain/types.ts'
import { PERIOD_COMMANDS } from '../domain/period.ts'

export const ServicePeriodKind = builder.enumType('ServicePeriodKind', { values: PERIOD_KINDS })

export const ServicePeriodStatus = builder.enumType('ServicePeriodStatus', {
  values: { REGISTERED: {}, WAITING: {}, REJECTED: {}, SIGNED: {}, ...unverifiedValue } as const,
})

export const ServicePeriodCommand = builder.enumType('ServicePeriodCommand', {
  description: 'A leader has SIGN and REJECT, and no way back: a signature on service time stands.',
  values: ['REGISTER', ...PERIOD_COMMANDS] as const,
})

export const AbsenceKind = builder.enumType('AbsenceKind', { values: ABSENCE_KINDS })
