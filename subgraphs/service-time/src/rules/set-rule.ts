import { dateColumn, osloDay } from '@kompetanse/directory/day'
import { cleanText, type GraphContext } from '@kompetanse/graph'
import { database } from '../database.ts'
import type { RuleCode, RuleUnit, ServiceTimeRule } from '../ledger/domain/rules.ts'
import type { PeriodKind } from '../ledger/domain/types.ts'
import { DELIVERED_RULES } from './delivered.ts'

export const RULE_CODES = [
  'REQUIRED_TOTAL',
  'REQUIRED_PART_1_HOSPITAL',
  'REQUIRED_PART_1_MUNICIPAL',
  'REQUIRED_AFTER_PART_1',
  'REQUIRED_OPEN_UNSELECTED_PRACTICE',
  'MAXIMUM_OTHER_SPECIALITY',
  'ALLOWANCE_PART_1_HOSPITAL',
  'ALLOWANCE_PART_1_MUNICIPAL',
  'ALLOWANCE_PERCENT_AFTER_PART_1',
  'MINIMUM_FTE',
  'NEEDS_SIGNATURE',
  'COVID_EXEMPT_IN_PART_1',
  'UNSUPERVISED_COUNTS',
  'RESEARCH_COUNTS',
  'DAYS_ARE_WORKING_OR_CALENDAR_DAYS',
  'ALLOWANCE_OF_PERIOD_OR_WHOLE',
  'OPEN_PRACTICE_ALLOWANCE',
  'OVERLAP_ABOVE_FULL_TIME',
] as const satisfies readonly RuleCode[]

export interface RuleInput {
  readonly code: RuleCode
  readonly value: number
  readonly kinds: readonly PeriodKind[]
  readonly source: string
  readonly validFrom: string
}

export type SetRuleOutcome =
  | { readonly kind: 'done'; readonly rule: ServiceTimeRule }
  | {
      readonly kind: 'refused'
      readonly code: 'NOT_PERMITTED' | 'VALUE_INVALID' | 'SOURCE_MISSING' | 'DATE_IN_PAST'
    }

const MOST_DAYS = 40 * 366

const FITS: Readonly<Record<RuleUnit, (value: number) => boolean>> = {
  DAYS: (value) => value >= 0 && value <= MOST_DAYS,
  PERCENT: (value) => value >= 0 && value <= 100,
  SWITCH: (value) => value === 0 || value === 1,
  READING: (value) => value === 1 || value === 2,
}

const unitOf = (code: RuleCode): RuleUnit =>
  DELIVERED_RULES.find((rule) => rule.code === code)?.unit ?? 'PERCENT'

/**
 * Sets a threshold or a choice from a day on; earlier ones stay readable. The nation's support alone may: a rule holds
 * for everybody. Not for days that have been, so that what people were shown then stands.
 */
export async function setRule(input: RuleInput, { actor, now }: GraphContext): Promise<SetRuleOutcome> {
  const refused = (code: Extract<SetRuleOutcome, { kind: 'refused' }>['code']) =>
    ({ kind: 'refused', code }) as const
  if (actor.kind !== 'person' || !actor.grants.some(({ role }) => role === 'SUPPORT'))
    return refused('NOT_PERMITTED')
  const { code, value, kinds, validFrom } = input
  const unit = unitOf(code)
  const source = cleanText(input.source)
  if (!FITS[unit](value)) return refused('VALUE_INVALID')
  if (!source) return refused('SOURCE_MISSING')
  if (validFrom < osloDay(now)) return refused('DATE_IN_PAST')
  const rule = { code, value, unit, kinds: [...new Set(kinds)], source }
  await database.serviceTimeRule.create({
    data: { ...rule, validFrom: dateColumn(validFrom), setById: actor.personId, setAt: now },
  })
  return { kind: 'done', rule: { ...rule, validFrom, validTo: null } }
}
