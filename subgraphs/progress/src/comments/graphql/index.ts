import './mutations/comment-on-goal.ts'
import './mutations/comment-on-activity.ts'
