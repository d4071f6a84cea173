import { m } from '#lib/paraglide/messages.js'
import type { IconName } from './icons.ts'

/** One state, one icon, one word, one colour. */
export type Mark = {
  icon: IconName
  color: 'neutral' | 'accent' | 'warning' | 'danger' | 'success' | 'brand2'
  word: () => string
}

/**
 * One state, one icon, one word, one colour, the same on every page. Circle = activity, seal = goal. Blue is
 * never a finished state: it says that you can do this.
 */
export const statusMarks = {
  missing: { icon: 'CircleBroken', color: 'neutral', word: m.status_missing },
  begun: { icon: 'CircleBroken', color: 'neutral', word: m.status_begun },
  registered: { icon: 'Paperplane', color: 'accent', word: m.status_registered },
  ready: { icon: 'Paperplane', color: 'accent', word: m.status_ready },
  sent: { icon: 'Hourglass', color: 'warning', word: m.status_sent },
  waitingSigning: { icon: 'Hourglass', color: 'warning', word: m.status_waiting_signing },
  waitingApproval: { icon: 'Hourglass', color: 'warning', word: m.status_waiting_approval },
  rejected: { icon: 'XMarkOctagonFill', color: 'danger', word: m.status_rejected },
  signed: { icon: 'CheckmarkCircleFill', color: 'success', word: m.status_signed },
  fulfilled: { icon: 'CheckmarkCircleFill', color: 'success', word: m.status_fulfilled },
  selfRegistered: { icon: 'PersonCheckmark', color: 'success', word: m.status_self_registered },
  lapsed: { icon: 'ClockFill', color: 'warning', word: m.status_lapsed },
  approved: { icon: 'SealCheckmarkFill', color: 'success', word: m.status_approved },
  approvedByDirectorate: { icon: 'SealCheckmarkFill', color: 'brand2', word: m.status_approved_directorate },
  unverified: { icon: 'ExclamationmarkTriangleFill', color: 'danger', word: m.status_unverified },
  recalled: { icon: 'ArrowUndo', color: 'neutral', word: m.status_recalled },
  archived: { icon: 'Archive', color: 'neutral', word: m.status_archived },
} as const satisfies Record<string, Mark>

export type Status = keyof typeof statusMarks

/** A state's word alone, where there is no room for its icon: on paper. */
export const statusWord = (status: Status): string => statusMarks[status].word()
