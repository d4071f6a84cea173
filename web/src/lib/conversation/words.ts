import { number } from '#lib/format/index.ts'
import { m } from '#lib/paraglide/messages.js'
import type { Mark } from '#lib/ui/index.ts'
import type { ConversationStatus } from './queries.ts'

/** One state, one icon, one word, one colour, on every page that shows a conversation. */
export const conversationMarks = {
  INVITED: { icon: 'Hourglass', color: 'warning', word: m.conv_status_invited },
  PLANNED: { icon: 'Calendar', color: 'accent', word: m.conv_status_planned },
  DECLINED: { icon: 'XMarkOctagonFill', color: 'danger', word: m.conv_status_declined },
  FINALISED: { icon: 'CheckmarkCircleFill', color: 'success', word: m.conv_status_finalised },
  UNVERIFIED: { icon: 'ExclamationmarkTriangleFill', color: 'danger', word: m.status_unverified },
  CANCELLED: { icon: 'XMark', color: 'neutral', word: m.conv_status_cancelled },
} as const satisfies Record<ConversationStatus, Mark>

export const assessmentWords = {
  RECOMMENDED: m.conv_assess_recommended,
  NOT_YET: m.conv_assess_not_yet,
  NOT_ASSESSED: m.conv_assess_not_assessed,
} as const

export const basisWords = {
  SERVICE_PERIODS: m.conv_basis_service_periods,
  FULL_TIME_ASSUMED: m.conv_basis_full_time,
} as const

/** «kl. 14.00–15.30» of two times of day. */
export const span = (from: string, to: string): string => m.clock({ time: `${from}–${to}` })

/** Hours that were held are shown as recorded; required hours, computed from days, to one decimal. */
export const hoursText = (hours: number, required: number | null): string =>
  required === null
    ? m.conv_hours_only({ hours: number(hours) })
    : m.conv_hours_of({ hours: number(hours), required: oneDecimal(required) })

export const oneDecimal = (value: number): string => number(Math.round(value * 10) / 10)
