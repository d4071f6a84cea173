import * as v from 'valibot'
import { defineEvent, type PayloadOf } from './define.ts'
import { date, id, version } from './fields.ts'

/** A service period as its trainee states it: where, how much, and when there was no guidance. */
export const servicePeriod = defineEvent(
  'service-time.period',
  v.object({
    periodId: id,
    traineeId: id,
    kind: v.string(),
    /** Of full time, in ten-thousandths. */
    share: v.number(),
    startsOn: date,
    /** The last day; null while it goes on. */
    endsOn: v.nullable(date),
    unsupervised: v.array(v.object({ startsOn: date, endsOn: date })),
    status: v.string(),
    /** True when the trainee has taken it away: it never was. */
    removed: v.boolean(),
    version,
  }),
)
export type ServicePeriodEvent = PayloadOf<typeof servicePeriod>
