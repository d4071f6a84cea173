import { dateColumn } from '@kompetanse/calendar/day'
import type { ServicePeriodEvent } from '@kompetanse/schema/events/service-time'
import { database } from '../../database.ts'

/** Keeps the copy of a service period. An event that is not newer than what is here changes nothing. */
export async function onServicePeriod(event: ServicePeriodEvent): Promise<void> {
  const { periodId: id, traineeId, kind, share, startsOn, endsOn, status, version } = event
  const dates = { validFrom: dateColumn(startsOn), validTo: endsOn === null ? null : dateColumn(endsOn) }
  const unsupervised = event.unsupervised.map((span) => ({ ...span }))
  const data = {
    traineeId,
    kind,
    share: Math.round(share),
    ...dates,
    removed: status === 'REMOVED',
    unsupervised,
    version,
  }
  const { count } = await database.servicePeriod.createMany({ data: [{ id, ...data }], skipDuplicates: true })
  if (count === 0) await database.servicePeriod.updateMany({ where: { id, version: { lt: version } }, data })
}
