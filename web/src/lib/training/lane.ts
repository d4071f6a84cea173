import type { GoalStatus } from './status.ts'

/**
 * The five kinds that a plan is counted in: those that need a person's action have strong colours, the rest are quiet.
 */
export const lanes = ['missing', 'ready', 'waiting', 'rejected', 'approved'] as const
export type Lane = (typeof lanes)[number]
export type LaneCounts = Record<Lane, number>

const laneOf: Record<GoalStatus, Lane> = {
  NOT_STARTED: 'missing',
  IN_PROGRESS: 'missing',
  COMPLETED: 'ready',
  WAITING: 'waiting',
  REJECTED: 'rejected',
  APPROVED: 'approved',
  // It needs a person, as what was rejected does.
  UNVERIFIED: 'rejected',
}

export const goalLane = (status: GoalStatus): Lane => laneOf[status]

/** How many goals are in each lane; the five add up to all of them. */
export const countLanes = (goals: readonly { status: GoalStatus }[]): LaneCounts => {
  const counts: LaneCounts = { missing: 0, ready: 0, waiting: 0, rejected: 0, approved: 0 }
  for (const goal of goals) counts[laneOf[goal.status]] += 1
  return counts
}
