import { goalLane, type Lane } from '#lib/training/lane.ts'
import type { PlanGoal } from './queries.ts'

/** `shown` first, most urgent first; `folded`: the approved ones, where there are others. */
export type GoalGroup = {
  category: string
  goals: readonly PlanGoal[]
  shown: readonly PlanGoal[]
  folded: readonly PlanGoal[]
  urgency: number
}
export type GoalFilter = { lane: Lane | undefined; search: string }

/** The goals that fit, as the reader typed and chose. Code and wording are searched. */
export const matching = (goals: readonly PlanGoal[], { lane, search }: GoalFilter): PlanGoal[] => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return goals.filter(({ status, definition }) => {
    const text = `${definition.code} ${definition.wording}`.toLowerCase()
    return (!lane || goalLane(status) === lane) && words.every((word) => text.includes(word))
  })
}

/** How much each lane needs a person: the order within a category. */
const urgency = { rejected: 0, ready: 1, waiting: 2, missing: 3, approved: 4 } as const satisfies Record<
  Lane,
  number
>

/**
 * How urgent each goal was when the page was opened, by id. The rows keep this order while they are read, whatever
 * changes meanwhile.
 */
export const standingOf = (goals: readonly PlanGoal[]): ReadonlyMap<string, number> =>
  new Map(goals.map(({ id, status }) => [id, urgency[goalLane(status)]]))

/** By the regulation's categories, in the plan's order; one nameless group while the curriculum is away. */
export const byCategory = (
  goals: readonly PlanGoal[],
  standing: ReadonlyMap<string, number>,
): GoalGroup[] => {
  const at = (goal: PlanGoal) => standing.get(goal.id) ?? urgency.missing
  const groups = Map.groupBy(goals, (goal) => goal.definition.detail?.category ?? '')
  return [...groups].map(([category, all]) => {
    const members = all.toSorted((one, other) => at(one) - at(other))
    const open = members.filter((goal) => at(goal) < urgency.approved)
    const isDone = open.length === 0
    return {
      category,
      goals: members,
      shown: isDone ? members : open,
      folded: isDone ? [] : members.slice(open.length),
      urgency: Math.min(...members.map(at)),
    }
  })
}

/** The first category where the trainee can do something now; else the first one that is not done; else the first. */
export const opensWith = (groups: readonly GoalGroup[]): number => {
  const upTo = (most: number) => groups.findIndex((group) => group.urgency <= most)
  return [upTo(urgency.ready), upTo(urgency.missing), 0].find((index) => index >= 0) ?? 0
}
