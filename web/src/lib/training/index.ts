export { countLanes, goalLane, type Lane, type LaneCounts, lanes } from './lane.ts'
export { codeText, refusalText } from './refusal.ts'
export { type ActivityKind, activityMark, type ActivityStatus, goalMark, type GoalStatus } from './status.ts'
