import { deductAbsence, type Pool } from './allowance.ts'
import { linesOf, periodSums } from './lines.ts'
import { cutAboveMaximum, type OtherSpeciality, otherSpeciality } from './maximum.ts'
import type { Prepared } from './prepared.ts'
import type { Stretch } from './stretch.ts'
import { type Basis, sweep } from './sweep.ts'
import { totalsOf } from './totals.ts'
import type { Account } from './types.ts'

/** How an account came about, for the remarks beside it. */
export interface Reckoning {
  readonly account: Account
  readonly stretches: readonly Stretch[]
  readonly pools: readonly Pool[]
  readonly other: OtherSpeciality
}

/**
 * One account in the order of the rules: what is training time at all and how much of a full time (§ 31(1) and (2)),
 * what of another speciality is (6), what of absence is beyond its allowance (3) to (5).
 */
export function reckon(
  periods: readonly Prepared[],
  basis: Basis & { readonly openUnselectedPracticeRequired: boolean },
): Reckoning {
  const swept = sweep(periods, basis)
  const other = otherSpeciality(swept)
  const { stretches, pools } = deductAbsence(cutAboveMaximum(swept, basis.settings), basis.settings)
  const lines = linesOf(stretches)
  const totals = totalsOf(stretches, { ...basis, pools })
  return { account: { lines, totals, periods: periodSums(periods, lines) }, stretches, pools, other }
}
