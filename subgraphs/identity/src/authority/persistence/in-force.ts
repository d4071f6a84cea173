import { today } from '@kompetanse/calendar/day'
import { notEnded, running } from '@kompetanse/calendar/running'

/** A relation in force on the day of the request. */
export const inForce = (now: Date) => ({ ...running(today(now)), cancelledAt: null })

/** A role in force: from the moment of its revocation it is not. */
export const grantInForce = (now: Date) => ({ ...running(today(now)), revokedAt: null })

/** A role of today or to come. */
export const grantNotOver = (now: Date) => ({ ...notEnded(today(now)), revokedAt: null })

/** A deputyship of today or to come. */
export const notOver = (now: Date) => ({ validTo: { gte: today(now) }, cancelledAt: null })

/** A deputyship of today. */
export const standsIn = (now: Date) => ({ ...notOver(now), validFrom: { lte: today(now) } })
