/** A preparation is its author's until they share it or the conversation begins (B32). */
import type { Id } from '@kompetanse/schema/ids'
import type { ConversationStatus } from '../../generated/db/client.ts'

export const PREPARATIONS = ['TRAINEE_PREPARATION', 'MENTOR_PREPARATION'] as const

export type TextPart = 'MINUTES' | 'AGREEMENTS' | (typeof PREPARATIONS)[number]

export interface Held {
  readonly status: ConversationStatus
  readonly startsAt: Date
  /** Whether both have agreed to this time: the one proposed it, and the other accepted. */
  readonly accepted: boolean
}

/** What one alone proposes does not begin: else who moves it to the next second reads what the other wrote. */
const BEGINS: Readonly<Record<ConversationStatus, boolean>> = {
  INVITED: false,
  PLANNED: true,
  FINALISED: true,
  DECLINED: false,
  CANCELLED: false,
}

/** Also what one alone wrote down as held, or finalised unanswered, begins for that one only. */
const hasBegun = ({ status, startsAt, accepted }: Held, now: Date): boolean =>
  BEGINS[status] && accepted && startsAt <= now

interface Preparation {
  readonly authorId: Id<'Person'>
  readonly sharedAt: Date | null
}

/** Whether this party reads it now. */
export const mayReadPreparation = (
  { authorId, sharedAt }: Preparation,
  { readerId, held, now }: { readonly readerId: Id<'Person'>; readonly held: Held; readonly now: Date },
): boolean => authorId === readerId || !isPrivate(sharedAt, held, now)

/** Whether there is anything to share it for: what is shared, or has begun, the other reads already. */
export const isPrivate = (sharedAt: Date | null, held: Held, now: Date): boolean =>
  sharedAt === null && !hasBegun(held, now)

/** Who alone writes in a text; null for what both write. */
export function authorOf(
  { traineeId, mentorId }: { readonly traineeId: Id<'Person'>; readonly mentorId: Id<'Person'> },
  part: TextPart,
): Id<'Person'> | null {
  if (part === 'TRAINEE_PREPARATION') return traineeId
  return part === 'MENTOR_PREPARATION' ? mentorId : null
}
