/** What the payloads of all publishers are made of. */
import * as v from 'valibot'
import type { IdKind, IdLike } from '../ids.ts'

/** Of what it is the id, compilers know: a publisher cannot give another's. */
export const idOf = <Of extends IdKind>(_of: Of) =>
  v.pipe(v.string(), v.uuid()) as unknown as v.GenericSchema<string, IdLike<Of>>
/** A calendar day, `YYYY-MM-DD`. */
export const date = v.pipe(v.string(), v.isoDate())
export const instant = v.pipe(v.string(), v.isoTimestamp())
/** Who took the step, for whom a deputy did, and when. */
export const cause = { byId: idOf('Person'), onBehalfOfId: v.nullable(idOf('Person')), at: instant }
/** By what a learning activity is registered and signed. */
export const activityKind = v.picklist(['SELF_REGISTERED', 'SIGNED', 'COURSE', 'E_LEARNING', 'RECURRING'])
/** Of the aggregate: rises by each change. */
export const version = v.pipe(v.number(), v.integer(), v.minValue(1))
