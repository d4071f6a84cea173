import { unverifiedValue } from '@kompetanse/graph'
import { builder } from '../../builder.ts'
import { GOAL_COMMANDS, type GoalCommandName } from '../domain/goal.ts'

const COMMAND_NOTES: Partial<Record<GoalCommandName, string>> = {
  RECALL: 'Only while WAITING.',
  REVOKE_APPROVAL: 'The leader cancels; back to WAITING.',
}

export const LearningGoalCommand = builder.enumType('LearningGoalCommand', {
  description: 'What can be done with a goal. It is also what an entry of its history tells of.',
  values: Object.fromEntries(
    GOAL_COMMANDS.map((name) => [name, COMMAND_NOTES[name] ? { description: COMMAND_NOTES[name] } : {}]),
  ) as Record<GoalCommandName, { description?: string }>,
})

export const LearningGoalStatus = builder.enumType('LearningGoalStatus', {
  description: 'How far a goal has come.',
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
  description: 'As what somebody may approve a goal.',
  values: ['LEADER', 'DEPUTY', 'DELEGATE'] as const,
})

export const GoalOutcome = builder.enumType('GoalOutcome', {
  description: 'How it was decided on a goal.',
  values: ['APPROVED', 'REJECTED'] as const,
})

export const ApprovalSource = builder.enumType('ApprovalSource', {
  description: 'In what part somebody decided on a goal (F157).',
  values: ['LEADER', 'DEPUTY', 'DELEGATE', 'DIRECTORATE'] as const,
})
