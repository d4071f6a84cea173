import './mutations/attach-to-goal.ts'
import './mutations/remove-goal-attachment.ts'
import './mutations/attach-to-activity.ts'
import './mutations/remove-activity-attachment.ts'
