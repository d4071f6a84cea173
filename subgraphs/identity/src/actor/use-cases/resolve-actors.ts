import { beginningOf, dayOf, osloDay, today } from '@kompetanse/directory/day'
import type { Grant } from '@kompetanse/schema/actor-token'
import type { PersonActor } from '@kompetanse/schema/identity-for-gateway'
import type { Id } from '@kompetanse/schema/ids'
import type { Role } from '@kompetanse/schema/roles'
import { database } from '../../database.ts'
import { latestOfEach } from '../../record-opening/domain/record-opening.ts'
import { isInForce, nextChange } from '../domain/actor.ts'

export interface Resolved {
  /** What the gateway needs to sign an actor token. */
  readonly actor: PersonActor
  /** When the calendar alone makes it another one, in epoch milliseconds; null when it does not. */
  readonly holdsUntil: number | null
}

/**
 * Who subjects of the identity provider are, in their order; null for one who is unknown, or whose account or person is
 * out of use. Every table that is read here tells of its changes: see the trigger `tell_actor_changed`.
 */
export async function resolveActors(
  subjects: readonly string[],
  now: Date,
): Promise<readonly (Resolved | null)[]> {
  // The database refuses a text with NUL, and with it the question about all.
  const possible = subjects.filter((subject) => !subject.includes('\0'))
  const accounts = await database.account.findMany({
    where: { subject: { in: possible }, status: 'ACTIVE', person: { active: true } },
    select: {
      subject: true,
      personId: true,
      person: {
        select: {
          trainee: { select: { id: true } },
          grants: {
            where: { revokedAt: null, OR: [{ validTo: null }, { validTo: { gte: today(now) } }] },
            select: { role: true, regionCode: true, enterpriseId: true, validFrom: true, validTo: true },
          },
          opened: {
            where: { until: { gt: now } },
            select: { traineeId: true, until: true },
          },
        },
      },
    },
  })
  const known = new Map(accounts.map((account) => [account.subject, toResolved(account, osloDay(now))]))
  return subjects.map((subject) => known.get(subject) ?? null)
}

interface AccountRow {
  readonly personId: Id<'Person'>
  readonly person: {
    readonly trainee: object | null
    readonly grants: readonly GrantRow[]
    readonly opened: readonly { readonly traineeId: Id<'Person'>; readonly until: Date }[]
  }
}

interface GrantRow extends Omit<Grant, 'role'> {
  readonly role: string
  readonly validFrom: Date
  readonly validTo: Date | null
}

function toResolved({ personId, person }: AccountRow, day: string): Resolved {
  const grants = person.grants.map(({ role, validFrom, validTo, ...scope }) => ({
    grant: { role: role as Role, ...scope },
    period: { validFrom: dayOf(validFrom), validTo: validTo && dayOf(validTo) },
  }))
  const next = nextChange(
    grants.map(({ period }) => period),
    day,
  )
  const opened = latestOfEach(person.opened)
  const openRecords = opened.map(({ traineeId, until }) => ({ traineeId, until: until.toISOString() }))
  const changes = [...(next === null ? [] : [beginningOf(next)]), ...opened.map(({ until }) => until)]
  return {
    actor: {
      personId,
      trainee: person.trainee !== null,
      grants: grants.filter(({ period }) => isInForce(period, day)).map(({ grant }) => grant),
      ...(openRecords.length > 0 && { openRecords }),
    },
    holdsUntil: changes.length === 0 ? null : Math.min(...changes.map(Number)),
  }
}
