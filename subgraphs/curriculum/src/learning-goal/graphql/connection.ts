import { counted } from '../../builder.ts'
import { LearningGoalDefinition } from './LearningGoalDefinition.ts'

/** Goals come by search and as the content of a plan; both lists are the same type. */
export const GoalConnection = counted(LearningGoalDefinition, 'LearningGoalDefinition')
