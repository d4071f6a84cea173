import { dayOf } from '@kompetanse/directory/day'
import { canonicalJson } from '@kompetanse/graph'
import type { Prisma } from '../../generated/db/client.ts'

/** A period with all that the trainee states in it. */
export const whole = {
  absences: { orderBy: [{ startsOn: 'asc' }, { id: 'asc' }] },
  unsupervisedPeriods: { orderBy: [{ startsOn: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.ServicePeriodInclude

export type WholePeriod = Prisma.ServicePeriodGetPayload<{ include: typeof whole }>

/** Canonical JSON of what the trainee states and a leader signs; its SHA-256 is the digest. */
export function contentOf(row: WholePeriod): string {
  const { id, traineeId, kind, enterpriseId, enterpriseName, unitName, position, share, overlapReason } = row
  return canonicalJson({
    ...{ periodId: id, version: row.version, traineeId, kind, position, share, overlapReason },
    ...{ enterpriseId, enterpriseName, unitName },
    ...between(row),
    absences: row.absences.map((absence) => ({
      ...{ kind: absence.kind, share: absence.share },
      ...between(absence),
    })),
    unsupervisedPeriods: row.unsupervisedPeriods.map((gap) => ({ reason: gap.reason, ...between(gap) })),
    request: row.signerId && { signerId: row.signerId, sentAt: row.sentAt?.toISOString() ?? null },
  })
}

const between = ({ startsOn, endsOn }: { readonly startsOn: Date; readonly endsOn: Date | null }) => ({
  startsOn: dayOf(startsOn),
  endsOn: endsOn && dayOf(endsOn),
})
