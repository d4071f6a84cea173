/** The level that a goal's wording requires, the higher one when it names two; stored as the number. */
export const GOAL_LEVELS = { KNOW_OF: 1, KNOW_OR_UNDER_SUPERVISION: 2, MASTER_ALONE: 3 } as const
export type GoalLevel = (typeof GOAL_LEVELS)[keyof typeof GOAL_LEVELS]
