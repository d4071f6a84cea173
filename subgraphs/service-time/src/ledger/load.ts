import { dayOf, osloDay } from '@kompetanse/directory/day'
import type { GraphContext } from '@kompetanse/graph'
import { database } from '../database.ts'
import { kindsToSign } from '../rules/in-force.ts'
import { rulesOf } from '../rules/rules.ts'
import { whole, type WholePeriod } from '../service-period/persistence/content.ts'
import { computeLedger } from './domain/ledger.ts'
import type { CivilDate, Ledger, PeriodKind, ServicePeriod } from './domain/types.ts'

const SHARE = 10_000
const GENERAL_PRACTICE = 'ALM'

/**
 * The accounts of these trainees by § 31, of all their periods until a day. Two statements however many they are;
 * who may see them is the caller's question.
 */
export async function ledgersOf(
  traineeIds: readonly string[],
  asOf: CivilDate,
  context: GraphContext,
): Promise<ReadonlyMap<string, Ledger>> {
  const rules = await rulesOf(context)
  const toSign = kindsToSign(rules, osloDay(context.now))
  const trainees = await database.person.findMany({
    where: { id: { in: [...traineeIds] } },
    select: {
      id: true,
      trackCode: true,
      servicePeriods: { where: { removedAt: null }, include: whole },
    },
  })
  return new Map(
    trainees.map(({ id, trackCode, servicePeriods }) => {
      const periods = servicePeriods.map((row) => toServicePeriod(row, toSign))
      const openUnselectedPracticeRequired = trackCode === GENERAL_PRACTICE
      return [id, computeLedger({ asOf, periods, rules, licensedOn: null, openUnselectedPracticeRequired })]
    }),
  )
}

function toServicePeriod(row: WholePeriod, toSign: ReadonlySet<PeriodKind>): ServicePeriod {
  return {
    ...{ id: row.id, kind: row.kind, fte: row.share / SHARE },
    ...{ startsOn: dayOf(row.startsOn), endsOn: row.endsOn && dayOf(row.endsOn) },
    confirmed: row.status === 'SIGNED' || !toSign.has(row.kind),
    absences: row.absences.map((absence) => ({
      ...{ id: absence.id, kind: absence.kind, share: absence.share / SHARE },
      ...{ startsOn: dayOf(absence.startsOn), endsOn: dayOf(absence.endsOn) },
    })),
    unsupervisedPeriods: row.unsupervisedPeriods.map(({ id, startsOn, endsOn }) => ({
      ...{ id, startsOn: dayOf(startsOn), endsOn: dayOf(endsOn) },
    })),
  }
}
