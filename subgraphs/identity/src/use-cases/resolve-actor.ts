import type { Grant, OpenRecord } from '@kompetanse/schema/actor-token'
import type { Role } from '../domain/codes.ts'
import { inForce } from '../persistence/visibility.ts'
import { database } from '../database.ts'

/** What the gateway needs to sign an actor token. */
export interface ResolvedActor {
  readonly personId: string
  readonly trainee: boolean
  readonly grants: readonly Grant[]
  /** Left out when there is none. */
  readonly openRecords?: readonly OpenRecord[]
}

/** Who a subject of the identity provider is; null when unknown, or when account or person is out of use. */
export async function resolveActor(subject: string, now: Date): Promise<ResolvedActor | null> {
  const account = await database.account.findFirst({
    where: { subject, status: 'ACTIVE', person: { active: true } },
    select: {
      personId: true,
      person: {
        select: {
          trainee: { select: { id: true } },
          grants: {
            where: { AND: [inForce(now), { revokedAt: null }] },
            select: { role: true, regionCode: true, enterpriseId: true },
          },
          opened: {
            where: { until: { gt: now } },
            orderBy: [{ until: 'asc' }, { id: 'asc' }],
            select: { traineeId: true, until: true },
          },
        },
      },
    },
  })
  if (!account) return null
  const { trainee, grants, opened } = account.person
  const openRecords = opened.map(({ traineeId, until }) => ({ traineeId, until: until.toISOString() }))
  return {
    personId: account.personId,
    trainee: trainee !== null,
    grants: grants.map((grant) => ({ ...grant, role: grant.role as Role })),
    ...(openRecords.length > 0 && { openRecords }),
  }
}
