import type { graphql } from '#lib/graph/index.ts'
import { m } from '#lib/paraglide/messages.js'
import type { IconName } from '#lib/ui/index.ts'

type Step = { icon: IconName; verb: () => string; color?: 'success' | 'danger' | 'warning' }

type Scalar<Name extends Parameters<typeof graphql.scalar>[0]> = ReturnType<typeof graphql.scalar<Name>>
type Command =
  Scalar<'LearningActivityCommand'> | Scalar<'LearningGoalCommand'> | Scalar<'ServicePeriodCommand'>

/** One step, in the form of every history. */
export type HistoryEntry = {
  id: string
  at: string
  command: string
  by: { displayName: string }
  onBehalfOf: { displayName: string } | null
  comment: string | null
  digest: string | null
}

/** What each command is called once it has happened, for activities, goals and service periods alike. */
const steps: Readonly<Record<Command, Step>> = {
  REGISTER: { icon: 'PencilWriting', verb: m.history_register },
  SEND_FOR_SIGNING: { icon: 'Paperplane', verb: m.history_send_for_signing },
  RECALL: { icon: 'ArrowUndo', verb: m.history_recall },
  SIGN: { icon: 'CheckmarkCircleFill', verb: m.history_sign, color: 'success' },
  REJECT: { icon: 'XMarkOctagonFill', verb: m.history_reject, color: 'danger' },
  WITHDRAW_SIGNATURE: { icon: 'ArrowUndo', verb: m.history_withdraw_signature, color: 'warning' },
  MARK_FULFILLED: { icon: 'CheckmarkCircleFill', verb: m.history_mark_fulfilled, color: 'success' },
  START_E_LEARNING: { icon: 'ExternalLink', verb: m.history_start_e_learning },
  COMMENT: { icon: 'Chat2', verb: m.history_comment },
  ATTACH: { icon: 'File', verb: m.history_attach },
  EDIT: { icon: 'PencilWriting', verb: m.time_history_edit, color: 'warning' },
  REMOVE: { icon: 'Trash', verb: m.time_history_remove, color: 'warning' },
  COMPLETE: { icon: 'Checkmark', verb: m.history_complete },
  REOPEN: { icon: 'ArrowUndo', verb: m.history_reopen },
  SEND_FOR_APPROVAL: { icon: 'Paperplane', verb: m.history_send_for_approval },
  APPROVE: { icon: 'SealCheckmarkFill', verb: m.history_approve, color: 'success' },
  REVOKE_APPROVAL: { icon: 'ArrowUndo', verb: m.history_revoke_approval, color: 'warning' },
}

/** An unknown command is shown by its own name, never hidden. */
export const stepOf = (command: string): Step =>
  (steps as Readonly<Record<string, Step>>)[command] ?? { icon: 'Clock', verb: () => command.toLowerCase() }
