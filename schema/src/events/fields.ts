/** What the payloads of all publishers are made of. */
import * as v from 'valibot'
import type { IdKind, IdLike } from '../ids.ts'

/** The type carries the kind of id, so a publisher cannot give the id of another kind. */
export const idOf = <Of extends IdKind>(_of: Of) =>
  v.pipe(v.string(), v.uuid()) as unknown as v.GenericSchema<string, IdLike<Of>>
/** A calendar day, `YYYY-MM-DD`. */
export const date = v.pipe(v.string(), v.isoDate())
export const instant = v.pipe(v.string(), v.isoTimestamp())
/** The person who took the step, the leader that a deputy took it for, and when. */
export const cause = { byId: idOf('Person'), onBehalfOfId: v.nullable(idOf('Person')), at: instant }
/** By what a learning activity is registered and signed. */
export const activityKind = v.picklist(['SELF_REGISTERED', 'SIGNED', 'COURSE', 'E_LEARNING', 'RECURRING'])
/** The version of the aggregate, which rises by each change. */
export const version = v.pipe(v.number(), v.integer(), v.minValue(1))
