import { today } from '#lib/format/index.ts'
import { m } from '#lib/paraglide/messages.js'
import type { Activity } from './queries.ts'

/** When an activity was done, and what was done. */
export type Registration = { performedOn: string; comment: string }

/** What was registered before, or today. */
export const registrationOf = ({ performedOn, comment }: Activity): Registration => ({
  performedOn: performedOn ?? today(),
  comment: comment ?? '',
})

/** Why the day cannot be used, in words. */
export const dayError = ({ performedOn }: Registration): string | undefined =>
  performedOn && performedOn <= today() ? undefined : m.activity_date_error()

export const inputOf = ({ performedOn, comment }: Registration) => ({
  performedOn,
  comment: comment.trim() || null,
})

/** Whether something else is written than what is registered. */
export const isRewritten = (written: Registration, activity: Activity): boolean => {
  const registered = registrationOf(activity)
  return written.performedOn !== registered.performedOn || written.comment.trim() !== registered.comment
}
