import { dayOf } from '@kompetanse/calendar/day'
import type { Id } from '@kompetanse/schema/ids'
import { database } from '../../database.ts'
import { whole, type WholePeriod } from '../../service-period/persistence/content.ts'
import { fractionOf } from '../../statement/domain/share.ts'
import type { Registered, RegisteredPeriod } from '../domain/registered.ts'

/** What these trainees have registered and not removed, by trainee. */
export async function findRegistered(
  traineeIds: readonly Id<'Person'>[],
): Promise<ReadonlyMap<Id<'Person'>, Registered>> {
  const trainees = await database.person.findMany({
    where: { id: { in: [...traineeIds] } },
    select: {
      id: true,
      trackCode: true,
      servicePeriods: { where: { removedAt: null }, include: whole },
    },
  })
  return new Map(
    trainees.map(({ id, trackCode, servicePeriods }) => [
      id,
      { trackCode, periods: servicePeriods.map(toRegistered) },
    ]),
  )
}

const toRegistered = (row: WholePeriod): RegisteredPeriod => ({
  ...{ id: row.id, kind: row.kind, fte: fractionOf(row.share), signed: row.status === 'SIGNED' },
  ...{ startsOn: dayOf(row.startsOn), endsOn: row.endsOn && dayOf(row.endsOn) },
  absences: row.absences.map((absence) => ({
    ...{ id: absence.id, kind: absence.kind, share: fractionOf(absence.share) },
    ...{ startsOn: dayOf(absence.startsOn), endsOn: dayOf(absence.endsOn) },
  })),
  unsupervisedPeriods: row.unsupervisedPeriods.map(({ id, startsOn, endsOn }) => ({
    ...{ id, startsOn: dayOf(startsOn), endsOn: dayOf(endsOn) },
  })),
})
