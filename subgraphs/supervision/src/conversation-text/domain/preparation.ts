/** A preparation is its author's until they share it or the conversation begins (B32). */
import type { ConversationStatus } from '../../conversation/domain/conversation.ts'

interface Held {
  readonly status: ConversationStatus
  readonly startsAt: Date
}

/** What was declined or cancelled never begins. */
const BEGINS: Readonly<Record<ConversationStatus, boolean>> = {
  INVITED: true,
  PLANNED: true,
  FINALISED: true,
  DECLINED: false,
  CANCELLED: false,
}

const hasBegun = ({ status, startsAt }: Held, now: Date): boolean => BEGINS[status] && startsAt <= now

interface Preparation {
  readonly authorId: string
  readonly sharedAt: Date | null
}

/** Whether this party reads it now. */
export const mayReadPreparation = (
  { authorId, sharedAt }: Preparation,
  { readerId, held, now }: { readonly readerId: string; readonly held: Held; readonly now: Date },
): boolean => authorId === readerId || !isPrivate(sharedAt, held, now)

/** Whether there is anything to share it for: what is shared, or has begun, the other reads already. */
export const isPrivate = (sharedAt: Date | null, held: Held, now: Date): boolean =>
  sharedAt === null && !hasBegun(held, now)
