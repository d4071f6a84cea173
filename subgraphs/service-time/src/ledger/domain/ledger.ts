import { reckon } from './account.ts'
import { dayNumber } from '../../statement/domain/day.ts'
import { forecastOf } from './forecast.ts'
import { prepare } from './prepared.ts'
import { remarksOf } from './remarks.ts'
import { settingsOn } from './settings.ts'
import type { Ledger, LedgerInput } from './types.ts'

/**
 * The service time of one person by § 31: what counts of every day until `asOf`, and why. Pure, in whole units without
 * rounding: neither the order of the periods nor dividing one in two changes a sum, and more absence never gives more.
 * The readings are in section-31.md. Throws when a rule is missing or a date is none: see `validatePeriod`.
 */
export function computeLedger(input: LedgerInput): Ledger {
  const settings = settingsOn(input.rules, input.asOf)
  const periods = prepare(input, settings)
  const licensedOn = input.licensedOn === null ? null : dayNumber(input.licensedOn)
  const { openUnselectedPracticeRequired } = input
  const all = { settings, licensedOn, openUnselectedPracticeRequired, confirmedOnly: false }
  const registered = reckon(periods, all)
  const confirmed = periods.every((period) => period.confirmed)
    ? registered
    : reckon(periods, { ...all, confirmedOnly: true })
  return {
    asOf: input.asOf,
    rules: settings.rules,
    confirmed: confirmed.account,
    registered: registered.account,
    remarks: remarksOf(registered.stretches, settings),
    forecast: forecastOf(periods, { basis: all, reckoning: registered, asOf: dayNumber(input.asOf) }),
  }
}
