import { unverifiedValue } from '@kompetanse/graph'
import { builder } from '../../builder.ts'
import { ACTIVITY_COMMANDS } from '../domain/activity.ts'

export const LearningActivityStatus = builder.enumType('LearningActivityStatus', {
  description: 'How far an activity has come.',
  values: {
    ...{ NOT_STARTED: {}, REGISTERED: {}, WAITING: {}, REJECTED: {}, SIGNED: {}, FULFILLED: {}, LAPSED: {} },
    ...unverifiedValue,
  } as const,
})

export const LearningActivityCommand = builder.enumType('LearningActivityCommand', {
  description: 'What can be done with an activity. It is also what an entry of its history tells of.',
  values: ACTIVITY_COMMANDS,
})

export const SignerRole = builder.enumType('SignerRole', {
  description: 'As what somebody may sign an activity.',
  values: ['SUPERVISOR', 'MENTOR', 'LEADER'] as const,
})
