import { today } from '@kompetanse/calendar/day'

const runs = (now: Date) => {
  const day = today(now)
  return { validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gte: day } }] }
}

/** A relation in force on the day of the request. */
export const inForce = (now: Date) => ({ ...runs(now), cancelledAt: null })

/** A role in force: from the moment of its revocation it is not. */
export const grantInForce = (now: Date) => ({ ...runs(now), revokedAt: null })

/** A deputyship of today or to come. */
export const notOver = (now: Date) => ({ validTo: { gte: today(now) }, cancelledAt: null })

/** A deputyship of today. */
export const standsIn = (now: Date) => ({ ...notOver(now), validFrom: { lte: today(now) } })
