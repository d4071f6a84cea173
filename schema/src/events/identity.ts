import * as v from 'valibot'
import { RELATION_KINDS } from '../roles.ts'
import { defineEvent, type PayloadOf } from './define.ts'
import { date, idOf, instant, version } from './fields.ts'

/** When it was cancelled: whatever its days are, it counts on none from then on; null while it is in force, or has ended. */
const cancelledAt = v.optional(v.nullable(instant), null)

const trainee = v.object({
  trackCode: v.string(),
  trackName: v.string(),
  part: v.picklist(['PART_1', 'PART_2', 'PART_3']),
  position: v.string(),
  trainingStartedOn: date,
})

export const person = defineEvent(
  'identity.person',
  v.object({
    personId: idOf('Person'),
    displayName: v.string(),
    unit: v.nullable(v.object({ id: idOf('Unit'), name: v.string() })),
    enterprise: v.nullable(v.object({ id: idOf('Enterprise'), name: v.string() })),
    regionCode: v.nullable(v.string()),
    /** Null for persons without a training record. */
    trainee: v.nullable(trainee),
    active: v.boolean(),
    version,
  }),
)
export type PersonEvent = PayloadOf<typeof person>

export const relation = defineEvent(
  'identity.relation',
  v.object({
    relationId: idOf('Relation'),
    kind: v.picklist(RELATION_KINDS),
    traineeId: idOf('Person'),
    personId: idOf('Person'),
    validFrom: date,
    /** The last day, inclusive; null while it runs. */
    validTo: v.nullable(date),
    cancelledAt,
    version,
  }),
)
export type RelationEvent = PayloadOf<typeof relation>

export const deputyship = defineEvent(
  'identity.deputyship',
  v.object({
    ...{ deputyshipId: idOf('Deputyship'), leaderId: idOf('Person'), deputyId: idOf('Person') },
    ...{ validFrom: date, validTo: date, cancelledAt, version },
  }),
)
export type DeputyshipEvent = PayloadOf<typeof deputyship>
