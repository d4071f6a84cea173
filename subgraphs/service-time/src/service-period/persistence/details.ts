import { dateColumn, dayOf } from '@kompetanse/calendar/day'
import type { Id } from '@kompetanse/schema/ids'
import type { Tx } from '../../database.ts'
import type { Prisma } from '../../generated/db/client.ts'
import type { Details } from '../../statement/domain/details.ts'
import type { WholePeriod } from './content.ts'
import { EMPTY } from './period-row.ts'

const between = ({ startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string }) => ({
  startsOn: dateColumn(startsOn),
  endsOn: dateColumn(endsOn),
})

/** The columns that hold what the trainee states. */
export const detailColumns = (details: Details) =>
  ({
    ...{ kind: details.kind, position: details.position, share: details.share },
    ...{
      enterpriseId: details.enterpriseId,
      enterpriseName: details.enterpriseName,
      unitName: details.unitName,
    },
    overlapReason: details.overlapReason,
    startsOn: dateColumn(details.startsOn),
    endsOn: details.endsOn === null ? null : dateColumn(details.endsOn),
  }) satisfies Prisma.ServicePeriodUncheckedUpdateInput

/** The rows beside the period: absence and time without guidance. */
export async function addParts(tx: Tx, periodId: Id<'ServicePeriod'>, details: Details): Promise<void> {
  const absences = details.absences.map((row) => ({ ...row, periodId, ...between(row) }))
  const gaps = details.unsupervisedPeriods.map((row) => ({ ...row, periodId, ...between(row) }))
  if (absences.length > 0) await tx.absence.createMany({ data: absences })
  if (gaps.length > 0) await tx.unsupervisedPeriod.createMany({ data: gaps })
}

/**
 * States the period anew; whoever calls holds its row locked. Request and signature end first, in a statement of their
 * own: the database lets nobody write to what is signed.
 */
export async function replaceDetails(tx: Tx, periodId: Id<'ServicePeriod'>, details: Details): Promise<void> {
  const row = { where: { id: periodId }, select: { id: true } } as const
  await tx.servicePeriod.update({ ...row, data: EMPTY })
  await tx.servicePeriod.update({ ...row, data: detailColumns(details) })
  await tx.absence.deleteMany({ where: { periodId } })
  await tx.unsupervisedPeriod.deleteMany({ where: { periodId } })
  await addParts(tx, periodId, details)
}

/** A day range as the domain compares it. */
export const heldOf = ({ share, startsOn, endsOn }: Pick<WholePeriod, 'share' | 'startsOn' | 'endsOn'>) => ({
  share,
  startsOn: dayOf(startsOn),
  endsOn: endsOn && dayOf(endsOn),
})
