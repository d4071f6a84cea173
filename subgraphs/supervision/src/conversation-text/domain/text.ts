import type { Id } from '@kompetanse/schema/ids'
import type { TextPart } from '../../reading/domain/preparation.ts'

export interface Written {
  readonly text: string
  readonly sequence: number
  readonly updatedById: Id<'Person'>
  readonly updatedAt: Date
  /** Of a preparation: when its author let the other read it. */
  readonly sharedAt: Date | null
  /** Left out where it is read only when it is selected. */
  readonly state?: Uint8Array
}

/** One text of a conversation as a reader meets it. */
export interface Text {
  readonly conversationId: Id<'Conversation'>
  readonly part: TextPart
  /** Null for what both write. */
  readonly authorId: Id<'Person'> | null
  readonly mayWrite: boolean
  readonly mayShare: boolean
  /** Null until somebody has written. */
  readonly written: Written | null
}
