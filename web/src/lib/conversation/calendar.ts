import ical, { ICalEventStatus } from 'ical-generator'
import type { ConversationStatus } from './queries.ts'
import { wallClockOf } from './oslo-time.ts'
import { OSLO_ZONE } from './oslo-zone.ts'

type Meeting = {
  readonly id: string
  readonly version: number
  readonly status: ConversationStatus
  readonly startsAt: string
  readonly endsAt: string
  readonly place: string | null
  /** The entry's title. */
  readonly title: string
  readonly url: string
}

const statuses: Record<ConversationStatus, ICalEventStatus> = {
  INVITED: ICalEventStatus.TENTATIVE,
  DECLINED: ICalEventStatus.CANCELLED,
  PLANNED: ICalEventStatus.CONFIRMED,
  FINALISED: ICalEventStatus.CONFIRMED,
  UNVERIFIED: ICalEventStatus.CONFIRMED,
  CANCELLED: ICalEventStatus.CANCELLED,
}

const TIME_ZONE = 'Europe/Oslo'

/** A time without a zone is written as it is read; the zone is named beside it. */
const onTheWall = (instant: string): string => {
  const { date, time } = wallClockOf(instant)
  return `${date}T${time}`
}

/**
 * One conversation as a calendar file (RFC 5545). UID and SEQUENCE are the conversation's own, so a file that is
 * opened anew moves or cancels the existing entry. It has the time, the place and the other party, but no topics.
 */
export const calendarEntry = (meeting: Meeting, now: Date): string => {
  const calendar = ical({
    prodId: { company: 'Kompetanseportalen', product: 'Veiledning', language: 'NO' },
    timezone: { name: TIME_ZONE, generator: () => OSLO_ZONE },
  })
  calendar.createEvent({
    id: meeting.id,
    sequence: meeting.version,
    stamp: now,
    timezone: TIME_ZONE,
    start: onTheWall(meeting.startsAt),
    end: onTheWall(meeting.endsAt),
    summary: meeting.title,
    location: meeting.place,
    status: statuses[meeting.status],
    url: meeting.url,
  })
  return inUtc(calendar.toString(), now)
}

/** The library writes when the file was made in the calendar's zone; the standard wants UTC. */
const inUtc = (file: string, now: Date): string =>
  file.replace(/DTSTAMP:\S+/, `DTSTAMP:${now.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`)
