import ical, { ICalEventStatus } from 'ical-generator'
import { m } from '#lib/paraglide/messages.js'
import type { ConversationStatus } from './queries.ts'

type Meeting = {
  readonly id: string
  readonly version: number
  readonly status: ConversationStatus
  readonly startsAt: string
  readonly endsAt: string
  readonly createdAt: string
  readonly place: string | null
  /** The other party's name. */
  readonly with: string
  readonly url: string
}

const statuses: Record<ConversationStatus, ICalEventStatus> = {
  INVITED: ICalEventStatus.TENTATIVE,
  DECLINED: ICalEventStatus.CANCELLED,
  PLANNED: ICalEventStatus.CONFIRMED,
  FINALISED: ICalEventStatus.CONFIRMED,
  CANCELLED: ICalEventStatus.CANCELLED,
}

/**
 * One conversation as a calendar file (RFC 5545). UID and SEQUENCE are the conversation's own, so a file that is
 * opened anew moves or cancels the entry that is there. When, where and with whom; nothing of what it is about.
 */
export const calendarEntry = (meeting: Meeting): string => {
  const calendar = ical({ prodId: { company: 'Kompetanseportalen', product: 'Veiledning', language: 'NO' } })
  calendar.createEvent({
    id: meeting.id,
    sequence: meeting.version,
    stamp: new Date(meeting.createdAt),
    start: new Date(meeting.startsAt),
    end: new Date(meeting.endsAt),
    summary: m.conv_with({ name: meeting.with }),
    location: meeting.place,
    status: statuses[meeting.status],
    url: meeting.url,
  })
  return calendar.toString()
}
