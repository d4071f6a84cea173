import { m } from '#lib/paraglide/messages.js'
import type { ActivityKind } from '#lib/training/index.ts'

const texts: Record<ActivityKind, () => string> = {
  SELF_REGISTERED: m.kind_self_registered,
  SIGNED: m.kind_signed,
  COURSE: m.kind_course,
  E_LEARNING: m.kind_e_learning,
  RECURRING: m.kind_recurring,
}

/** What kind of activity it is, in the portal's words. */
export const kindText = (kind: ActivityKind): string => texts[kind]()
