/** What a goal's wording asks for, by the higher of the levels that it names; kept as the number. */
export const GOAL_LEVELS = { KNOW_OF: 1, KNOW_OR_UNDER_SUPERVISION: 2, MASTER_ALONE: 3 } as const
export type GoalLevel = (typeof GOAL_LEVELS)[keyof typeof GOAL_LEVELS]
