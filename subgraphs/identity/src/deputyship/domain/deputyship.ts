import { accepted, refused, type Decision } from '@kompetanse/command/decision'
import { decideEndOf, type Ended } from '@kompetanse/command/ending'
import { fits, type Candidate } from '@kompetanse/directory/choosing'
import type { Day } from '@kompetanse/calendar/day'
import { overlaps } from '@kompetanse/calendar/period'
import type { Id } from '@kompetanse/schema/ids'
import { administers, type Authority, type Place } from '../../authority/domain/authority.ts'
import { isFarAhead } from '../../authority/domain/far-ahead.ts'
import type { IdentityRefusal } from '../../authority/domain/refusal.ts'

export interface Deputyship {
  readonly id: Id<'Deputyship'>
  readonly leaderId: Id<'Person'>
  readonly deputyId: Id<'Person'>
  readonly unitId: Id<'Unit'>
  readonly validFrom: Day
  readonly validTo: Day
  readonly cancelled: boolean
}

export interface Appointment {
  readonly leader: { readonly id: Id<'Person'>; readonly leadsUnit: boolean }
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
  { authority, today }: { authority: Authority; today: Day },
): Decision<object, IdentityRefusal> {
  const byOffice = administers(authority, place) && deputy.id !== authority.personId
  if (authority.personId !== leader.id && !byOffice) return refused('NOT_PERMITTED')
  if (!leader.leadsUnit || !fits('DEPUTY', deputy, leader.id)) return refused('PERSON_NOT_QUALIFIED')
  if (validTo < validFrom || validTo < today || isFarAhead(validFrom, today)) return refused('PERIOD_INVALID')
  if (existing.some((other) => !other.cancelled && overlaps(other, { validFrom, validTo })))
    return refused('PERIOD_OVERLAPS')
  return accepted({})
}

export const mayEndDeputyship = (deputyship: Deputyship, authority: Authority, place: Place): boolean =>
  authority.personId === deputyship.leaderId ||
  authority.personId === deputyship.deputyId ||
  administers(authority, place)

/** What ending a deputyship depends on. */
export interface Situation {
  readonly authority: Authority
  readonly place: Place
  readonly today: Day
}

/** Only shortens: a longer deputyship is a new appointment. */
export const decideEndOfDeputyship = (
  deputyship: Deputyship,
  endsOn: Day | null,
  { authority, place, today }: Situation,
): Decision<Ended, IdentityRefusal> =>
  decideEndOf(deputyship, endsOn, { mayEnd: mayEndDeputyship(deputyship, authority, place), today })

export const DEPUTYSHIP_COMMANDS = ['END'] as const

/** What this actor can do with a deputyship now. */
export const availableCommands = (deputyship: Deputyship, situation: Situation) =>
  decideEndOfDeputyship(deputyship, null, situation).kind === 'accepted' ? DEPUTYSHIP_COMMANDS : []
