import type { ConversationRefusal } from '../domain/conversation.ts'

export type TextRefusal = 'TEXT_INVALID' | 'TEXT_TOO_LONG' | 'NATIONAL_ID_FOUND'

/** All that can stand in the way of what the two do with a conversation. */
export type Refusal = ConversationRefusal | TextRefusal | 'NO_MENTOR' | 'SERIES_INVALID'

export type Outcome =
  | {
      readonly kind: 'done'
      readonly id: string
      /** Whatever else of a series was done, this one included. */
      readonly ids: readonly string[]
    }
  | { readonly kind: 'refused'; readonly id: string | null; readonly code: Refusal }
  | { readonly kind: 'stale'; readonly expectedVersion: number; readonly currentVersion: number }
  | { readonly kind: 'not-found'; readonly id: string }
