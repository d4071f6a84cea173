import { osloDay } from '@kompetanse/calendar/day'
import { batched, type GraphContext } from '@kompetanse/graph'
import { brandId, type Id } from '@kompetanse/schema/ids'
import { builder } from '../../builder.ts'
import { Trainee, visibleTrainees } from '../../directory/graphql/Trainee.ts'
import type { CivilDate } from '../../statement/domain/kinds.ts'
import type { Ledger } from '../domain/types.ts'
import { ledgersOf } from '../use-cases/ledgers.ts'
import { ServiceTimeLedger } from './Ledger.ts'

const keyOf = (traineeId: Id<'Person'>, asOf: CivilDate) => `${asOf} ${traineeId}`

const ledgers = batched<string, Ledger>(async (keys, context) => {
  const byDay = Map.groupBy(keys, (key) => key.slice(0, 10))
  const found = await Promise.all(
    [...byDay].map(async ([day, ofDay]) => {
      const ids = ofDay.map((key) => brandId<'Person'>(key.slice(11)))
      return [...(await ledgersOf(ids, day, context))].map(
        ([id, ledger]) => [keyOf(id, day), ledger] as const,
      )
    }),
  )
  return new Map(found.flat())
})

/** The account of a trainee whom the actor may see, or null. */
async function visibleLedger(traineeId: Id<'Person'>, asOf: CivilDate, context: GraphContext) {
  const visible = await visibleTrainees(traineeId, context)
  return visible ? ((await ledgers(keyOf(traineeId, asOf), context)) ?? null) : null
}

builder.prismaObjectField(Trainee, 'serviceTimeLedger', (t) =>
  t.field({
    type: ServiceTimeLedger,
    nullable: true,
    description:
      'Until today when no day is named. Of a day to come, what has been served by today, by the rules of that day.',
    args: {
      reckonedOn: t.arg({
        type: 'Date',
        description: 'The last day that is counted; today when it is left out.',
      }),
    },
    resolve: ({ id }, { reckonedOn }, context) =>
      visibleLedger(id, reckonedOn ?? osloDay(context.now), context),
  }),
)
