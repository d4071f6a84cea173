import { unverifiedValue } from '@kompetanse/graph'
import { builder } from '../../builder.ts'
import { PERIOD_COMMANDS } from '../domain/period.ts'

export const ServicePeriodStatus = builder.enumType('ServicePeriodStatus', {
  description: 'How far a period has come.',
  values: { REGISTERED: {}, WAITING: {}, REJECTED: {}, SIGNED: {}, ...unverifiedValue } as const,
})

export const ServicePeriodCommand = builder.enumType('ServicePeriodCommand', {
  description: 'A leader has SIGN and REJECT, and no way back: a signature on service time stands.',
  values: ['REGISTER', ...PERIOD_COMMANDS] as const,
})
