import { goalLane, type Lane } from '#lib/training/index.ts'
import type { PlanGoal } from './queries.ts'

export type GoalGroup = { category: string; goals: PlanGoal[] }
export type GoalFilter = { lane: Lane | undefined; search: string }

/** The goals that fit, as the reader typed and chose. Code and wording are searched. */
export const matching = (goals: readonly PlanGoal[], { lane, search }: GoalFilter): PlanGoal[] => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return goals.filter(({ status, definition }) => {
    const text = `${definition.code} ${definition.wording}`.toLowerCase()
    return (!lane || goalLane(status) === lane) && words.every((word) => text.includes(word))
  })
}

/** By the regulation's categories, in the plan's order; one nameless group while the curriculum is away. */
export const byCategory = (goals: readonly PlanGoal[]): GoalGroup[] => {
  const groups = Map.groupBy(goals, (goal) => goal.definition.detail?.category ?? '')
  return [...groups].map(([category, members]) => ({ category, goals: members }))
}
