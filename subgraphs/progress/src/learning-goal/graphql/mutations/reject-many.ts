import { bulkCommand } from '../../../graph/bulk.ts'
import { onGoals } from '../bulk.ts'
import { RejectGoalResult } from './reject.ts'

bulkCommand({
  ...onGoals('REJECT', 'RejectGoal'),
  many: 'RejectGoals',
  result: RejectGoalResult,
  commentRequired: true,
})
