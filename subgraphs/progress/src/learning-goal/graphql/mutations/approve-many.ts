import { bulkCommand } from '../../../graph/bulk.ts'
import { onGoals } from '../bulk.ts'
import { ApproveGoalResult } from './approve.ts'

bulkCommand({
  ...onGoals('APPROVE', 'ApproveGoal'),
  many: 'ApproveGoals',
  result: ApproveGoalResult,
  commentRequired: false,
})
