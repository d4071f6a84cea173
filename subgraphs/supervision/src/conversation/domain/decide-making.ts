/** Whether two make a conversation, or a series of them. */
import { acceptedUnless, refused, type Decision } from '@kompetanse/command/decision'
import { refuseAgenda, refuseHeld, refuseTime } from './complete.ts'
import type { Agenda, ConversationRefusal, Time } from './conversation.ts'

export interface Making {
  /** Invited to, or written down after it was held. */
  readonly command: 'INVITE' | 'RECORD_HELD'
  /** When each of a series begins; null of a series that cannot be. */
  readonly times: readonly Date[] | null
  readonly now: Date
}

/** What is written of it. */
export interface Made {
  readonly times: readonly Date[]
}

/** The first and the last of a series must both be at a time that can be. */
export function decideMaking(
  given: Time & Agenda,
  { command, times, now }: Making,
): Decision<Made, ConversationRefusal> {
  const refuseOne = command === 'INVITE' ? refuseTime : refuseHeld
  if (!times) return refused('SERIES_INVALID')
  const last = { ...given, startsAt: times.at(-1) ?? given.startsAt }
  const code = refuseOne(given, now) ?? refuseOne(last, now) ?? refuseAgenda(given)
  return acceptedUnless(code, { times })
}
