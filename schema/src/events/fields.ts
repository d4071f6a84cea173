/** What the payloads of all publishers are made of. */
import * as v from 'valibot'

export const id = v.pipe(v.string(), v.uuid())
/** A calendar day, `YYYY-MM-DD`. */
export const date = v.pipe(v.string(), v.isoDate())
export const instant = v.pipe(v.string(), v.isoTimestamp())
/** Who took the step, for whom a deputy did, and when. */
export const cause = { byId: id, onBehalfOfId: v.nullable(id), at: instant }
/** Of the aggregate: rises by each change. */
export const version = v.pipe(v.number(), v.integer(), v.minValue(1))
