import { addDays } from '@kompetanse/calendar/day'
import { runsOn } from '@kompetanse/calendar/period'
import { choiceOf } from './choices.ts'
import type { ServiceTimeRule } from './rule.ts'
import { PERIOD_KINDS, type CivilDate, type PeriodKind } from '../../statement/domain/kinds.ts'

/**
 * Rules set in this order, each ending on the day before the next of its code begins. One that was set anew for the
 * same day was never in force and is left out.
 */
export function succeeding<Rule extends ServiceTimeRule>(rules: readonly Rule[]): readonly Rule[] {
  const byCode = Map.groupBy(rules, ({ code }) => code)
  return [...byCode.values()].flatMap((all) => {
    const last = new Map(all.map((rule) => [rule.validFrom, rule]))
    const dated = [...last.values()].toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
    return dated.map((rule, at) => {
      const next = dated[at + 1]
      return { ...rule, validTo: next ? addDays(next.validFrom, -1) : null }
    })
  })
}

export const inForce = <Rule extends ServiceTimeRule>(
  rules: readonly Rule[],
  day: CivilDate,
): readonly Rule[] => rules.filter((rule) => runsOn(rule, day))

/** Kinds of period that a leader has to sign for them to count (F132), by the rules in force on a day. */
export const kindsToSign = (rules: readonly ServiceTimeRule[], day: CivilDate): ReadonlySet<PeriodKind> =>
  new Set(
    inForce(rules, day)
      .filter((rule) => choiceOf(rule) === 'SIGNATURE_NEEDED')
      .flatMap(({ kinds }) => (kinds.length === 0 ? PERIOD_KINDS : kinds)),
  )
