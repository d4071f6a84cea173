import { dateColumn, dayOf } from '@kompetanse/calendar/day'
import { batched, type GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { database } from '../../database.ts'
import type { SupervisionHoursEntry } from '../../generated/db/client.ts'
import { yearSpan } from '../domain/days.ts'

/** A trainee's calendar year as one key. */
const keyOf = (traineeId: Id<'Person'>, year: number | string) => `${traineeId} ${year}`
const partsOf = (key: string): [traineeId: string, year: number] => {
  const [traineeId = '', year] = key.split(' ')
  return [traineeId, Number(year)]
}

/** What was entered, newest first; all years that one request asks for in one statement. */
const entriesByYear = batched<string, readonly SupervisionHoursEntry[]>(async (keys) => {
  const wanted = keys.map(partsOf)
  const years = wanted.map(([, year]) => year)
  const { from } = yearSpan(Math.min(...years))
  const { to } = yearSpan(Math.max(...years))
  const entries = await database.supervisionHoursEntry.findMany({
    where: {
      ...{ traineeId: { in: [...new Set(wanted.map(([id]) => id))] }, removedAt: null },
      on: { gte: dateColumn(from), lte: dateColumn(to) },
    },
    orderBy: [{ on: 'desc' }, { id: 'asc' }],
  })
  return Map.groupBy(entries, ({ traineeId, on }) => keyOf(traineeId, dayOf(on).slice(0, 4)))
})

/** A trainee's entries of one calendar year, newest first. */
export const entriesOf = async (traineeId: Id<'Person'>, year: number, context: GraphContext) =>
  (await entriesByYear(keyOf(traineeId, year), context)) ?? []
