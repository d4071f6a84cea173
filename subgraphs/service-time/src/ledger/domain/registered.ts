import { inForce, kindsToSign } from '../../rules/domain/in-force.ts'
import type { ServiceTimeRule } from '../../rules/domain/rule.ts'
import type { CivilDate, PeriodKind } from '../../statement/domain/kinds.ts'
import { computeLedger } from './ledger.ts'
import type { Ledger, ServicePeriod } from './types.ts'

export interface RegisteredPeriod extends Omit<ServicePeriod, 'confirmed'> {
  readonly signed: boolean
}

/** What a trainee's account is made of. */
export interface Registered {
  readonly trackCode: string | null
  readonly periods: readonly RegisteredPeriod[]
}

const GENERAL_PRACTICE = 'ALM'

interface Reckoned {
  readonly asOf: CivilDate
  readonly today: CivilDate
  readonly rules: readonly ServiceTimeRule[]
}

/**
 * The account by § 31 until a day; of a day to come, by its rules, what has been served by today. Beside the rules of the
 * calculation it names the one that says what is confirmed.
 */
export function ledgerOf(
  { trackCode, periods: registered }: Registered,
  { asOf, today, rules }: Reckoned,
): Ledger {
  const toSign = kindsToSign(rules, today)
  const periods = registered.map((period) => toServicePeriod(period, { toSign, today }))
  const openUnselectedPracticeRequired = trackCode === GENERAL_PRACTICE
  const ledger = computeLedger({ asOf, periods, rules, openUnselectedPracticeRequired, licensedOn: null })
  const signing = inForce(rules, today).filter(({ code }) => code === 'NEEDS_SIGNATURE')
  return { ...ledger, rules: [...ledger.rules, ...signing] }
}

interface Circumstances {
  /** Kinds that count when they are signed; the others do when they are registered. */
  readonly toSign: ReadonlySet<PeriodKind>
  readonly today: CivilDate
}

/** A period as the calculation takes it: no day after today has been served. */
export function toServicePeriod(
  { signed, ...period }: RegisteredPeriod,
  { toSign, today }: Circumstances,
): ServicePeriod {
  const { kind, endsOn } = period
  return {
    ...period,
    endsOn: endsOn !== null && endsOn < today ? endsOn : today,
    confirmed: signed || !toSign.has(kind),
  }
}
