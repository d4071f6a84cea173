import { evidenceOf } from '@kompetanse/graph'
import { pool } from '../../database.ts'
import type { LearningGoal } from '../../generated/db/client.ts'

type Decided = Pick<LearningGoal, 'id' | 'status'>

export const { isUnverified, shownStatus } = evidenceOf<Decided>('learning_goal', pool, [
  'APPROVED',
  'REJECTED',
])
