import { DEFAULT_RULES } from './default-rules.ts'
import type { RuleCode, ServiceTimeRule } from './rules.ts'
import type { Absence, LedgerInput, ServicePeriod } from './types.ts'

/** A full-time, confirmed year in hospital, but for what the test is about. */
export function aPeriod(about: Partial<ServicePeriod> = {}): ServicePeriod {
  return {
    id: 'period',
    kind: 'HOSPITAL',
    fte: 1,
    startsOn: '2023-01-01',
    endsOn: '2023-12-31',
    confirmed: true,
    absences: [],
    unsupervisedPeriods: [],
    ...about,
  }
}

export function anAbsence(about: Partial<Absence> = {}): Absence {
  return {
    id: 'absence',
    kind: 'SICKNESS',
    startsOn: '2023-03-01',
    endsOn: '2023-03-10',
    share: 1,
    ...about,
  }
}

export function anInput(periods: readonly ServicePeriod[], about: Partial<LedgerInput> = {}): LedgerInput {
  return {
    asOf: '2040-12-31',
    periods,
    rules: DEFAULT_RULES,
    licensedOn: null,
    openUnselectedPracticeRequired: true,
    ...about,
  }
}

/** The rules with another value of one. */
export function withRule(code: RuleCode, value: number): readonly ServiceTimeRule[] {
  return DEFAULT_RULES.map((rule) => (rule.code === code ? { ...rule, value } : rule))
}
