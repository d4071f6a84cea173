import { fits, type Candidate } from '@kompetanse/directory/choosing'
import { addDays, type Day } from '@kompetanse/directory/day'
import { administers, type Asker, type Place } from './asker.ts'
import { rejected, type Rejected } from './codes.ts'
import { isFarAhead } from './far-ahead.ts'

export interface Deputyship {
  readonly id: string
  readonly leaderId: string
  readonly deputyId: string
  readonly unitId: string
  readonly validFrom: Day
  readonly validTo: Day
  readonly version: number
}

export interface Appointment {
  readonly leader: { readonly id: string; readonly leadsUnit: boolean }
  readonly deputy: Candidate
  readonly place: Place
  readonly validFrom: Day
  readonly validTo: Day
  /** The deputyships of the same leader, deputy and unit. */
  readonly existing: readonly Deputyship[]
}

/**
 * F012: the leader, or an administrator, appoints; by office nobody appoints oneself (B32). A deputy appoints no deputy:
 * the right is not passed on.
 */
export function decideAppointment(
  { leader, deputy, place, validFrom, validTo, existing }: Appointment,
  { asker, today }: { asker: Asker; today: Day },
): { readonly appointed: true } | Rejected {
  const byOffice = administers(asker, place) && deputy.id !== asker.personId
  if (asker.personId !== leader.id && !byOffice) return rejected('NOT_PERMITTED')
  if (!leader.leadsUnit || !fits('DEPUTY', deputy, leader.id)) return rejected('PERSON_NOT_QUALIFIED')
  if (validTo < validFrom || validTo < today || isFarAhead(validFrom, today))
    return rejected('PERIOD_INVALID')
  if (existing.some((other) => other.validFrom <= validTo && other.validTo >= validFrom))
    return rejected('PERIOD_OVERLAPS')
  return { appointed: true }
}

export const mayEndDeputyship = (deputyship: Deputyship, asker: Asker, place: Place): boolean =>
  asker.personId === deputyship.leaderId ||
  asker.personId === deputyship.deputyId ||
  administers(asker, place)

/** Only shortens: a longer deputyship is a new appointment. */
export function decideEndOfDeputyship(
  deputyship: Deputyship,
  endsOn: Day,
  { asker, place }: { asker: Asker; place: Place },
): { readonly lastDay: Day } | Rejected {
  if (!mayEndDeputyship(deputyship, asker, place)) return rejected('NOT_PERMITTED')
  if (endsOn < addDays(deputyship.validFrom, -1) || endsOn >= deputyship.validTo)
    return rejected('PERIOD_INVALID')
  return { lastDay: endsOn }
}
