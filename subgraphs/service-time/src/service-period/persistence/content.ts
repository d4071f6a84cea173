import { dayOf } from '@kompetanse/calendar/day'
import { canonicalJson } from '@kompetanse/graph'
import type { Prisma } from '../../generated/db/client.ts'

/** A period with all that the trainee states in it. */
export const whole = {
  absences: { orderBy: [{ startsOn: 'asc' }, { id: 'asc' }] },
  unsupervisedPeriods: { orderBy: [{ startsOn: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.ServicePeriodInclude

export type WholePeriod = Prisma.ServicePeriodGetPayload<{ include: typeof whole }>

/** What the trainee states and a leader signs, as it is kept beside each step of the history. */
export type Content = ReturnType<typeof statedIn>

/** Canonical JSON of the content; its SHA-256 is the digest. */
export const contentOf = (row: WholePeriod): string => canonicalJson(statedIn(row))

/** The content that `contentOf` wrote. */
export const readContent = (content: string): Content => JSON.parse(content) as Content

function statedIn(row: WholePeriod) {
  const { id, traineeId, kind, enterpriseId, enterpriseName, unitName, position, share, overlapReason } = row
  return {
    ...{ periodId: id, version: row.version, traineeId, kind, position, share, overlapReason },
    ...{ enterpriseId, enterpriseName, unitName },
    ...between(row),
    absences: row.absences.map((absence) => ({
      ...{ kind: absence.kind, share: absence.share },
      ...within(absence),
    })),
    unsupervisedPeriods: row.unsupervisedPeriods.map((gap) => ({ reason: gap.reason, ...within(gap) })),
    request: row.signerId && { signerId: row.signerId, sentAt: row.sentAt?.toISOString() ?? null },
  }
}

interface Days<End extends Date | null> {
  readonly startsOn: Date
  readonly endsOn: End
}

const between = ({ startsOn, endsOn }: Days<Date | null>) => ({
  startsOn: dayOf(startsOn),
  endsOn: endsOn && dayOf(endsOn),
})

const within = ({ startsOn, endsOn }: Days<Date>) => ({ startsOn: dayOf(startsOn), endsOn: dayOf(endsOn) })
