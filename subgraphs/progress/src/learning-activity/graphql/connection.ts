import { counted } from '../../graph/counted.ts'
import { LearningActivity } from './LearningActivity.ts'

export const LearningActivityConnection = counted(LearningActivity, 'LearningActivity')
