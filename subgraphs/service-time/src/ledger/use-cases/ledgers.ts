import { dayOf, osloDay } from '@kompetanse/directory/day'
import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { database } from '../../database.ts'
import { inForce, kindsToSign } from '../../rules/domain/in-force.ts'
import { rulesOf } from '../../rules/persistence/rules.ts'
import { whole, type WholePeriod } from '../../service-period/persistence/content.ts'
import type { CivilDate, PeriodKind } from '../../statement/domain/kinds.ts'
import { fractionOf } from '../../statement/domain/share.ts'
import { computeLedger } from '../domain/ledger.ts'
import type { Ledger, ServicePeriod } from '../domain/types.ts'

const GENERAL_PRACTICE = 'ALM'

/**
 * The accounts of these trainees by § 31, of all their periods until a day; of a day to come, by its rules, what has
 * been served by today. Beside the rules of the calculation each names the one that says what is confirmed. Two
 * statements however many they are; who may see them is the caller's question.
 */
export async function ledgersOf(
  traineeIds: readonly Id<'Person'>[],
  asOf: CivilDate,
  context: GraphContext,
): Promise<ReadonlyMap<Id<'Person'>, Ledger>> {
  const rules = await rulesOf(context)
  const today = osloDay(context.now)
  const toSign = kindsToSign(rules, today)
  const signing = inForce(rules, today).filter(({ code }) => code === 'NEEDS_SIGNATURE')
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
      const served = asOf > today ? today : null
      const periods = servicePeriods.map((row) => toServicePeriod(row, { toSign, served }))
      const openUnselectedPracticeRequired = trackCode === GENERAL_PRACTICE
      const ledger = computeLedger({
        ...{ asOf, periods, rules, openUnselectedPracticeRequired },
        licensedOn: null,
      })
      return [id, { ...ledger, rules: [...ledger.rules, ...signing] }]
    }),
  )
}

interface Circumstances {
  /** Kinds that count when they are signed; the others do when they are registered. */
  readonly toSign: ReadonlySet<PeriodKind>
  /** The last day that has been served, where the calculation covers days to come. */
  readonly served: CivilDate | null
}

function toServicePeriod(row: WholePeriod, { toSign, served }: Circumstances): ServicePeriod {
  const endsOn = row.endsOn && dayOf(row.endsOn)
  return {
    ...{ id: row.id, kind: row.kind, fte: fractionOf(row.share), startsOn: dayOf(row.startsOn) },
    endsOn: served !== null && (endsOn === null || endsOn > served) ? served : endsOn,
    confirmed: row.status === 'SIGNED' || !toSign.has(row.kind),
    absences: row.absences.map((absence) => ({
      ...{ id: absence.id, kind: absence.kind, share: fractionOf(absence.share) },
      ...{ startsOn: dayOf(absence.startsOn), endsOn: dayOf(absence.endsOn) },
    })),
    unsupervisedPeriods: row.unsupervisedPeriods.map(({ id, startsOn, endsOn }) => ({
      ...{ id, startsOn: dayOf(startsOn), endsOn: dayOf(endsOn) },
    })),
  }
}
