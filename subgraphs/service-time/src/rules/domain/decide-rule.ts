import { accepted, refused, type Decision } from '@kompetanse/command/decision'
import type { Actor } from '@kompetanse/schema/actor-token'
import { type Choice, CHOICES, choicesOf } from './choices.ts'
import { DELIVERED_RULES } from './delivered.ts'
import type { RuleCode, RuleUnit, ServiceTimeRule } from './rule.ts'

/** A value as support gives it: one of them. */
export interface GivenValue {
  readonly days?: number | null | undefined
  readonly percent?: number | null | undefined
  readonly choice?: Choice | null | undefined
}

/** A rule as support gives it; it is in force until the next of its code. */
export type ProposedRule = Omit<ServiceTimeRule, 'unit' | 'value' | 'validTo'> & {
  readonly value: GivenValue
}

export type RuleRefusal = 'NOT_PERMITTED' | 'VALUE_INVALID' | 'SOURCE_MISSING' | 'DATE_IN_PAST'

const MOST_DAYS = 40 * 366

/** What a rule's value is, by the rule of this code that the portal comes with; MINIMUM_FTE comes with none. */
const unitOf = (code: RuleCode): RuleUnit =>
  DELIVERED_RULES.find((rule) => rule.code === code)?.unit ?? 'PERCENT'

export const VALUE_KINDS = ['DAYS', 'PERCENT', 'CHOICE'] as const
export type ValueKind = (typeof VALUE_KINDS)[number]

/** What a setting is given: a number of something, or a choice. */
export function valueKindOf(code: RuleCode): ValueKind {
  if (choicesOf(code).length > 0) return 'CHOICE'
  return unitOf(code) === 'DAYS' ? 'DAYS' : 'PERCENT'
}

/** The number, if it is from 0 to the most and no finer than hundredths: it counts as it is shown. */
const within = (given: number | null | undefined, most: number): number | null => {
  const number = given ?? -1
  return number >= 0 && number <= most && Math.round(number * 100) / 100 === number ? number : null
}

/** The number that a value is kept as; null of one that the setting cannot have. */
export function keptValue(code: RuleCode, { days, percent, choice }: GivenValue): number | null {
  switch (valueKindOf(code)) {
    case 'DAYS':
      return within(days, MOST_DAYS)
    case 'PERCENT':
      return within(percent, 100)
    case 'CHOICE':
      return choice && CHOICES[choice].of === code ? CHOICES[choice].kept : null
  }
}

/** The nation's support alone: a rule holds for everybody. */
const maySetRules = ({ kind, grants }: Actor): boolean =>
  kind === 'person' && grants.some(({ role }) => role === 'SUPPORT')

export const SETTING_COMMANDS = ['SET_RULE'] as const

/** What this actor can do with a setting. */
export const availableCommands = (actor: Actor) => (maySetRules(actor) ? SETTING_COMMANDS : [])

/** The rule that the actor sets (B04). Not for days that have been: what people were shown for them is not changed. */
export function decideRule(
  given: ProposedRule,
  actor: Actor,
  today: string,
): Decision<{ rule: ServiceTimeRule }, RuleRefusal> {
  if (!maySetRules(actor)) return refused('NOT_PERMITTED')
  const value = keptValue(given.code, given.value)
  if (value === null) return refused('VALUE_INVALID')
  if (!given.source) return refused('SOURCE_MISSING')
  if (given.validFrom < today) return refused('DATE_IN_PAST')
  const kinds = [...new Set(given.kinds)]
  return accepted({ rule: { ...given, value, unit: unitOf(given.code), kinds, validTo: null } })
}
