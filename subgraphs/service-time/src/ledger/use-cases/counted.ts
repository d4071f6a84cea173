import { osloDay } from '@kompetanse/calendar/day'
import { batched, type GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { ledgersOf } from './ledgers.ts'
import { toDays } from '../domain/units.ts'

interface Counted {
  readonly days: number
  readonly counted: number
}

type OfPeriods = ReadonlyMap<Id<'ServicePeriod'>, Counted>

const load = batched<Id<'Person'>, OfPeriods>(async (traineeIds, context) => {
  const ledgers = await ledgersOf(traineeIds, osloDay(context.now), context)
  return new Map(
    [...ledgers].map(([traineeId, { registered }]) => [
      traineeId,
      new Map(
        registered.periods.map(({ periodId, days, counted }) => [
          periodId,
          { days: toDays(days), counted: toDays(counted) },
        ]),
      ),
    ]),
  )
})

/**
 * What a period gives, in days until today. The share of the ten percent that falls to it depends on all of the
 * trainee's periods, so the whole account is made; once per trainee of a request.
 */
export async function countedOf(
  { id, traineeId }: { readonly id: Id<'ServicePeriod'>; readonly traineeId: Id<'Person'> },
  context: GraphContext,
): Promise<Counted> {
  return (await load(traineeId, context))?.get(id) ?? { days: 0, counted: 0 }
}
