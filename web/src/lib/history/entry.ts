import { m } from '#lib/paraglide/messages.js'
import type { graphql } from '#lib/graph/index.ts'
import type { IconName } from '#lib/ui/index.ts'

export type ActivityCommand = ReturnType<typeof graphql.scalar<'LearningActivityCommand'>>
export type GoalCommand = ReturnType<typeof graphql.scalar<'LearningGoalCommand'>>

/** One line of a history, ready to be drawn. */
export type TimelineEntry = {
  id: string
  at: string
  by: string
  onBehalfOf: string | null
  comment: string | null
  text: string
  icon: IconName
  color: 'neutral' | 'accent' | 'warning' | 'danger' | 'success'
}

/** One line of a history, as the graph has it. */
export type RecordedEntry<Command extends string> = {
  id: string
  at: string
  command: Command
  comment: string | null
  by: { displayName: string }
  onBehalfOf: { displayName: string } | null
}

type Look = { text: () => string; icon: IconName; color: TimelineEntry['color'] }
const look = (text: () => string, icon: IconName, color: Look['color'] = 'neutral'): Look => ({
  text,
  icon,
  color,
})

const activityLooks: Record<ActivityCommand, Look> = {
  REGISTER: look(m.history_registered, 'Plus'),
  SEND_FOR_SIGNING: look(m.history_sent, 'Hourglass', 'warning'),
  RECALL: look(m.history_recalled, 'ArrowUndo'),
  SIGN: look(m.history_signed, 'CheckmarkCircleFill', 'success'),
  REJECT: look(m.history_rejected, 'XMarkOctagonFill', 'danger'),
  WITHDRAW_SIGNATURE: look(m.history_signature_withdrawn, 'ArrowUndo', 'warning'),
  MARK_FULFILLED: look(m.history_marked_fulfilled, 'CheckmarkCircleFill', 'success'),
  START_E_LEARNING: look(m.history_e_learning_started, 'ExternalLink'),
  COMMENT: look(m.history_commented, 'Chat2'),
  ATTACH: look(m.history_attached, 'Paperclip'),
}

const goalLooks: Record<GoalCommand, Look> = {
  COMPLETE: look(m.history_completed, 'Checkmark'),
  REOPEN: look(m.history_reopened, 'ArrowUndo'),
  SEND_FOR_APPROVAL: look(m.history_sent_for_approval, 'Hourglass', 'warning'),
  RECALL: look(m.history_recalled, 'ArrowUndo'),
  APPROVE: look(m.history_approved, 'SealCheckmarkFill', 'success'),
  REJECT: look(m.history_rejected, 'XMarkOctagonFill', 'danger'),
  REVOKE_APPROVAL: look(m.history_approval_revoked, 'ArrowUndo', 'warning'),
  COMMENT: look(m.history_commented, 'Chat2'),
  ATTACH: look(m.history_attached, 'Paperclip'),
}

const drawn = <Command extends string>(
  looks: Record<Command, Look>,
  entries: readonly RecordedEntry<Command>[],
): TimelineEntry[] =>
  entries
    .map(({ id, at, command, comment, by, onBehalfOf }) => ({
      id,
      at,
      comment,
      by: by.displayName,
      onBehalfOf: onBehalfOf?.displayName ?? null,
      text: looks[command].text(),
      icon: looks[command].icon,
      color: looks[command].color,
    }))
    .sort((a, b) => b.at.localeCompare(a.at))

export const activityTimeline = (entries: readonly RecordedEntry<ActivityCommand>[]): TimelineEntry[] =>
  drawn(activityLooks, entries)
export const goalTimeline = (entries: readonly RecordedEntry<GoalCommand>[]): TimelineEntry[] =>
  drawn(goalLooks, entries)
