/** What the two do with the texts of a conversation: both write in them, and each shares a preparation. */
import { accepted, refused, type Decision } from '@kompetanse/command/decision'
import { targetOf } from '@kompetanse/command/workflow'
import { seen } from '@kompetanse/graph/seen'
import type { Id } from '@kompetanse/schema/ids'
import type { ConversationRefusal } from '../../conversation/domain/conversation.ts'
import { TRANSITIONS } from '../../conversation/domain/transitions.ts'
import { authorOf, isPrivate, type Held, type TextPart } from '../../reading/domain/preparation.ts'
import { mergeUpdate } from './merge.ts'
import type { Text, Written } from './text.ts'
import { writersAfter, type Writers } from './writers.ts'

/** A text as a command finds it. */
export interface Found {
  readonly row: Held & {
    readonly id: Id<'Conversation'>
    readonly traineeId: Id<'Person'>
    readonly mentorId: Id<'Person'>
  }
  readonly part: TextPart
  /** Null until somebody has written. */
  readonly had: (Required<Written> & { readonly writers: Writers }) | null
  readonly actorId: Id<'Person'>
  readonly now: Date
}

export interface WritingStep {
  /** The text after what was written is merged into it. */
  readonly text: Text
  /** What is new; null of what was there already. */
  readonly change: Change | null
}

interface Change {
  readonly written: Required<Written>
  /** For who has it open. */
  readonly added: Uint8Array
  readonly writers: Writers
}

/** Merges what one party wrote into what is there (F010, F018, F047, F048); sent again it does no harm. */
export function decideWriting(found: Found, update: Uint8Array): Decision<WritingStep, ConversationRefusal> {
  const { row, part, had, actorId: updatedById, now } = found
  const authorId = authorOf(row, part)
  if (!targetOf(TRANSITIONS, row.status, authorId ? 'WRITE_PREPARATION' : 'WRITE_MINUTES'))
    return refused('NOT_IN_THIS_STATE')
  const merged = mergeUpdate(had?.state ?? null, update)
  if (merged.kind === 'refused') return merged
  const writers = writersAfter(had?.writers ?? {}, merged.clients, updatedById)
  if (!writers) return refused('TEXT_INVALID')
  const { state, text, added } = merged
  const sharedAt = had?.sharedAt ?? null
  const written = {
    ...{ state, text, sharedAt, updatedById, updatedAt: now },
    sequence: (had?.sequence ?? 0) + 1,
  }
  const mayShare = authorId !== null && isPrivate(sharedAt, row, now)
  const shown = { conversationId: row.id, part, authorId, mayWrite: true, mayShare }
  return added
    ? accepted({ text: { ...shown, written }, change: { written, added, writers } })
    : accepted({ text: { ...shown, written: had }, change: null })
}

export interface SharingStep {
  /** Whether the other did not read it already: shared twice is shared once. */
  readonly opens: boolean
}

/** Lets the other read the actor's preparation from now on, and what is written in it later (B32). */
export function decideSharing({ row, had, now }: Found): Decision<SharingStep, ConversationRefusal> {
  if (!targetOf(TRANSITIONS, row.status, 'WRITE_PREPARATION')) return refused('NOT_IN_THIS_STATE')
  if (!had || seen(had.text) === '') return refused('PREPARATION_MISSING')
  return accepted({ opens: isPrivate(had.sharedAt, row, now) })
}
