import { today } from '@kompetanse/directory/day'
import type { Prisma } from '../../generated/db/client.ts'
import { database } from '../../database.ts'

/** In force on the day of the request. */
export function inForce(now: Date) {
  const day = today(now)
  return { validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gte: day } }] }
}

/** Of a period with an end: today's or to come. What was ended before it began never was. */
export const notOver = (now: Date): Prisma.DeputyshipWhereInput => ({
  AND: [{ validTo: { gte: today(now) } }, { validTo: { gte: database.deputyship.fields.validFrom } }],
})
