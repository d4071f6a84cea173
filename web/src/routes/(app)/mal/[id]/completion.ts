import { today } from '#lib/format/index.ts'
import { m } from '#lib/paraglide/messages.js'
import type { Goal } from './goal.ts'

/** What the trainee writes when a goal is completed: the day, and what the approver reads first. */
export type Completion = { completedOn: string; comment: string }

export const completionOf = ({ completion }: Goal): Completion => ({
  completedOn: completion?.completedOn ?? today(),
  comment: completion?.comment ?? '',
})

/** Why the day cannot be used, in words. */
export const dateError = ({ completedOn }: Completion): string | undefined =>
  !completedOn ? m.goal_date_missing() : completedOn > today() ? m.goal_date_future() : undefined

/** Whether the form differs from the goal's saved completion. */
export const isRewritten = (written: Completion, goal: Goal): boolean => {
  const saved = completionOf(goal)
  return written.completedOn !== saved.completedOn || written.comment.trim() !== saved.comment
}
