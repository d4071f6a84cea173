import { unverifiedValue } from '@kompetanse/graph'
import { builder } from '../../builder.ts'
import { ACTIVITY_COMMANDS } from '../domain/activity.ts'

export const LearningActivityStatus = builder.enumType('LearningActivityStatus', {
  values: {
    ...{ NOT_STARTED: {}, REGISTERED: {}, WAITING: {}, REJECTED: {}, SIGNED: {}, FULFILLED: {}, LAPSED: {} },
    ...unverifiedValue,
  } as const,
})

export const LearningActivityCommand = builder.enumType('LearningActivityCommand', {
  values: ACTIVITY_COMMANDS,
})

export const SignerRole = builder.enumType('SignerRole', {
  values: ['SUPERVISOR', 'MENTOR', 'LEADER'] as const,
})
