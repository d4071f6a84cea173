import { dayOf } from '@kompetanse/calendar/day'
import type { Role } from '@kompetanse/schema/roles'
import { grantNotOver } from '../../authority/persistence/in-force.ts'
import { database } from '../../database.ts'
import type { Prisma } from '../../generated/db/client.ts'
import type { Account } from '../domain/resolve.ts'

const select = (now: Date) =>
  ({
    subject: true,
    personId: true,
    person: {
      select: {
        trainee: { select: { id: true } },
        grants: {
          where: grantNotOver(now),
          select: { role: true, regionCode: true, enterpriseId: true, validFrom: true, validTo: true },
        },
        opened: {
          where: { until: { gt: now } },
          select: { traineeId: true, until: true },
        },
      },
    },
  }) satisfies Prisma.AccountSelect

/**
 * The accounts in use of persons in use, by subject. Every table that is read here tells of its changes: see the trigger
 * `tell_actor_changed`.
 */
export async function findAccounts(
  subjects: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, Account>> {
  // The database refuses a text with NUL, and with it the question about all.
  const possible = subjects.filter((subject) => !subject.includes('\0'))
  const rows = await database.account.findMany({
    where: { subject: { in: possible }, status: 'ACTIVE', person: { active: true } },
    select: select(now),
  })
  return new Map(rows.map((row) => [row.subject, toAccount(row)]))
}

type Row = Prisma.AccountGetPayload<{ select: ReturnType<typeof select> }>

/** The column's CHECK makes the cast true. */
const toAccount = ({ personId, person }: Row): Account => ({
  personId,
  trainee: person.trainee !== null,
  grants: person.grants.map(({ role, validFrom, validTo, ...scope }) => ({
    grant: { role: role as Role, ...scope },
    period: { validFrom: dayOf(validFrom), validTo: validTo && dayOf(validTo) },
  })),
  opened: person.opened,
})
