import { unverifiedValue } from '@kompetanse/graph'
import { builder } from '../../builder.ts'
import { GOAL_COMMANDS, type GoalCommandName } from '../domain/goal.ts'

const COMMAND_NOTES: Partial<Record<GoalCommandName, string>> = {
  RECALL: 'Only while WAITING.',
  REVOKE_APPROVAL: 'The leader cancels; back to WAITING.',
}

export const LearningGoalCommand = builder.enumType('LearningGoalCommand', {
  values: Object.fromEntries(
    GOAL_COMMANDS.map((name) => [name, COMMAND_NOTES[name] ? { description: COMMAND_NOTES[name] } : {}]),
  ) as Record<GoalCommandName, { description?: string }>,
})

export const LearningGoalStatus = builder.enumType('LearningGoalStatus', {
  values: {
    NOT_STARTED: {},
    IN_PROGRESS: {},
    COMPLETED: { description: 'The trainee has marked it as completed.' },
    WAITING: {},
    REJECTED: {},
    APPROVED: {},
    ...unverifiedValue,
  } as const,
})

export const ApproverRole = builder.enumType('ApproverRole', {
  values: ['LEADER', 'DEPUTY', 'DELEGATE'] as const,
})

export const GoalOutcome = builder.enumType('GoalOutcome', { values: ['APPROVED', 'REJECTED'] as const })

export const ApprovalSource = builder.enumType('ApprovalSource', {
  values: ['LEADER', 'DEPUTY', 'DELEGATE', 'DIRECTORATE'] as const,
})
