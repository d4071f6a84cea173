import { counted } from '../../builder.ts'
import { LearningActivity } from './LearningActivity.ts'

export const LearningActivityConnection = counted(LearningActivity, 'LearningActivity')
