import { acceptedUnless, type Decision } from '@kompetanse/command/decision'
import type { Actor } from '@kompetanse/schema/actor-token'
import { DELIVERED_RULES } from './delivered.ts'
import type { RuleCode, RuleUnit, ServiceTimeRule } from './rule.ts'

/** A rule as support gives it; it is in force until the next of its code. */
export type ProposedRule = Omit<ServiceTimeRule, 'unit' | 'validTo'>

export type RuleRefusal = 'NOT_PERMITTED' | 'VALUE_INVALID' | 'SOURCE_MISSING' | 'DATE_IN_PAST'

const MOST_DAYS = 40 * 366

const FITS: Readonly<Record<RuleUnit, (value: number) => boolean>> = {
  DAYS: (value) => value >= 0 && value <= MOST_DAYS,
  PERCENT: (value) => value >= 0 && value <= 100,
  SWITCH: (value) => value === 0 || value === 1,
  READING: (value) => value === 1 || value === 2,
}

/** What a rule's value is, by the rule of this code that the portal comes with; MINIMUM_FTE comes with none. */
export const unitOf = (code: RuleCode): RuleUnit =>
  DELIVERED_RULES.find((rule) => rule.code === code)?.unit ?? 'PERCENT'

/** The nation's support alone: a rule holds for everybody. */
export const maySetRules = ({ kind, grants }: Actor): boolean =>
  kind === 'person' && grants.some(({ role }) => role === 'SUPPORT')

/** What is written of a rule that is set: all of it but who sets it. */
export interface RuleStep {
  readonly rule: Omit<ServiceTimeRule, 'validTo'>
}

/** Whether the actor sets a rule (B04). Not for days that have been, so that what people were shown then stands. */
export const decideRule = (
  rule: ProposedRule,
  actor: Actor,
  today: string,
): Decision<RuleStep, RuleRefusal> =>
  acceptedUnless(refuseRule(rule, actor, today), {
    rule: { ...rule, unit: unitOf(rule.code), kinds: [...new Set(rule.kinds)] },
  })

function refuseRule(rule: ProposedRule, actor: Actor, today: string): RuleRefusal | null {
  if (!maySetRules(actor)) return 'NOT_PERMITTED'
  if (!FITS[unitOf(rule.code)](rule.value)) return 'VALUE_INVALID'
  if (!rule.source) return 'SOURCE_MISSING'
  return rule.validFrom < today ? 'DATE_IN_PAST' : null
}
