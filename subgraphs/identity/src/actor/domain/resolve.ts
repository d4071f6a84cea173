import { runsOn, type Days } from '@kompetanse/calendar/period'
import { beginningOf, type Day } from '@kompetanse/calendar/day'
import type { Grant } from '@kompetanse/schema/actor-token'
import type { PersonActor } from '@kompetanse/schema/identity-for-gateway'
import type { Id } from '@kompetanse/schema/ids'
import { latestOfEach } from '../../record-opening/domain/record-opening.ts'
import { nextChange } from './actor.ts'

/** What makes an actor of who has an account. */
export interface Account {
  readonly personId: Id<'Person'>
  readonly trainee: boolean
  /** Those of today and to come. */
  readonly grants: readonly { readonly grant: Grant; readonly period: Days }[]
  /** The openings of records that run, in any order. */
  readonly opened: readonly { readonly traineeId: Id<'Person'>; readonly until: Date }[]
}

export interface Resolved {
  /** What the gateway needs to sign an actor token. */
  readonly actor: PersonActor
  /** When the calendar alone makes it another one, in epoch milliseconds; null when it does not. */
  readonly holdsUntil: number | null
}

/** Which actor an account is on a day, and how long. */
export function resolveAccount({ personId, trainee, grants, opened }: Account, today: Day): Resolved {
  const latest = latestOfEach(opened)
  const openRecords = latest.map(({ traineeId, until }) => ({ traineeId, until: until.toISOString() }))
  const next = nextChange(
    grants.map(({ period }) => period),
    today,
  )
  const changes = [...(next === null ? [] : [beginningOf(next)]), ...latest.map(({ until }) => until)]
  return {
    actor: {
      ...{ personId, trainee },
      grants: grants.filter(({ period }) => runsOn(period, today)).map(({ grant }) => grant),
      ...(openRecords.length > 0 && { openRecords }),
    },
    holdsUntil: changes.length === 0 ? null : Math.min(...changes.map(Number)),
  }
}
