import { dayOf } from '@kompetanse/calendar/day'
import type { Message } from '@kompetanse/events'
import type { ServicePeriodEvent } from '@kompetanse/schema/events/service-time'
import type { Id } from '@kompetanse/schema/ids'
import type { Period } from '../domain/period.ts'
import type { WholePeriod } from './content.ts'

/** By which command, whose, and when. */
export interface PeriodCause {
  readonly command: ServicePeriodEvent['command']
  readonly byId: Id<'Person'>
  readonly onBehalfOfId: Id<'Person'> | null
  readonly at: Date
}

/** The event about a period for other subgraphs: its row's version, and the state that it then has. */
export function periodMessage(
  row: WholePeriod,
  period: Period,
  { command, byId, onBehalfOfId, at }: PeriodCause,
): Message<ServicePeriodEvent> {
  const { id: periodId, traineeId, kind, enterpriseName, position, share, version } = row
  const request = 'request' in period ? period.request : null
  return {
    key: periodId,
    payload: {
      ...{ periodId, traineeId, kind, enterpriseName, position, share, version },
      ...{ startsOn: dayOf(row.startsOn), endsOn: row.endsOn && dayOf(row.endsOn) },
      unsupervised: row.unsupervisedPeriods.map(({ startsOn, endsOn }) => ({
        startsOn: dayOf(startsOn),
        endsOn: dayOf(endsOn),
      })),
      ...{ command, status: period.status, byId, onBehalfOfId, at: at.toISOString() },
      request: request && { ...request, sentAt: request.sentAt.toISOString() },
    },
  }
}
