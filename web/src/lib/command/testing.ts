import { vi } from 'vitest'
import type { Outcome } from './outcome.ts'

export const done = { __typename: 'ApproveGoalSuccess' as const, goal: { id: 'g' } }
export const refused = { __typename: 'LearningGoalRefused' as const, code: 'COMMENT_REQUIRED' }
export const stale = { __typename: 'StaleVersion' as const, code: 'STALE_VERSION' }
export const lost = { __typename: 'Unreachable' as const, code: 'UNREACHABLE' }
/** A command that the test answers. */
export const aCommand = <Answer extends Outcome>() => {
  const answer = Promise.withResolvers<Answer>()
  return { ...answer, send: vi.fn<() => Promise<Answer>>(() => answer.promise) }
}
