import * as v from 'valibot'
import { defineEvent, type PayloadOf } from './define.ts'
import { cause, date, idOf, instant, version } from './fields.ts'

/** A service period as its trainee states it: where, how much, when there was no guidance, and what became of it. */
export const servicePeriod = defineEvent(
  'service-time.period',
  v.object({
    periodId: idOf('ServicePeriod'),
    traineeId: idOf('Person'),
    kind: v.picklist([
      ...['PART_1_HOSPITAL', 'PART_1_MUNICIPAL', 'OPEN_UNSELECTED_PRACTICE', 'HOSPITAL', 'INSTITUTION'],
      ...['OTHER_GENERAL_PRACTICE', 'COMMUNITY_MEDICINE', 'OCCUPATIONAL_MEDICINE', 'RESEARCH'],
      ...['OTHER_SPECIALITY'],
    ] as const),
    enterpriseName: v.string(),
    position: v.string(),
    /** Of full time, in ten-thousandths. */
    share: v.number(),
    startsOn: date,
    /** The last day; null while it goes on. */
    endsOn: v.nullable(date),
    unsupervised: v.array(v.object({ startsOn: date, endsOn: date })),
    command: v.picklist(['REGISTER', 'EDIT', 'REMOVE', 'SEND_FOR_SIGNING', 'SIGN', 'REJECT']),
    /** Of what is REMOVED: the trainee has taken it away, so it never was. */
    status: v.picklist(['REGISTERED', 'WAITING', 'REJECTED', 'SIGNED', 'REMOVED']),
    ...cause,
    /** The signer and when it was sent; stays after the decision. */
    request: v.nullable(v.object({ signerId: idOf('Person'), sentAt: instant })),
    version,
  }),
)
export type ServicePeriodEvent = PayloadOf<typeof servicePeriod>
