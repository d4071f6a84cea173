import { builder } from '../../builder.ts'
import { type Choice, choiceOf } from '../domain/choices.ts'
import { VALUE_KINDS, valueKindOf } from '../domain/decide-rule.ts'
import type { ServiceTimeRule as Rule } from '../domain/rule.ts'

/** The calculation has a number for all of them. */
type Kept = Pick<Rule, 'code' | 'value'>

const ServiceTimeChoice = builder.enumType('ServiceTimeChoice', {
  description: 'What is chosen where the regulation is silent; each of one setting.',
  values: {
    COVID_DEDUCTED: {
      description:
        'Absence because of covid-19 in part 1 is deducted like all other absence, though § 31 (5) exempts it.',
    },
    COVID_EXEMPT: { description: 'Absence because of covid-19 in part 1 is not deducted (§ 31 (5)).' },
    UNSUPERVISED_NOT_COUNTED: {
      description: 'Days without guidance and supervision do not count (§ 2 (3)).',
    },
    UNSUPERVISED_COUNTED: { description: 'Days without guidance and supervision count.' },
    RESEARCH_NOT_COUNTED: { description: 'Research does not count.' },
    RESEARCH_COUNTED: { description: 'Research counts.' },
    CALENDAR_DAYS: { description: 'The allowances of part 1 are of calendar days.' },
    WORKING_DAYS: { description: 'The allowances of part 1 are of working days.' },
    ALLOWANCE_OF_WHOLE: { description: 'The allowance after part 1 is of all training time there.' },
    ALLOWANCE_OF_EACH_PERIOD: { description: 'The allowance after part 1 is of each period by itself.' },
    OPEN_PRACTICE_BY_ITSELF: {
      description: 'The two years in open practice have an allowance of their own (§ 2 (4)).',
    },
    OPEN_PRACTICE_WITHIN_WHOLE: { description: 'They share the allowance with all after part 1.' },
    OVERLAP_CUT: { description: 'Positions above full time together count as full time.' },
    OVERLAP_COUNTED: { description: 'Positions above full time together count each by itself.' },
    SIGNATURE_NOT_NEEDED: { description: 'Periods of these kinds count without a signature.' },
    SIGNATURE_NEEDED: {
      description: 'Periods of these kinds count when the leader has signed (§ 31 (1), F132).',
    },
  } satisfies Record<Choice, object>,
})

const ServiceTimeRuleDays = builder.objectRef<Kept>('ServiceTimeRuleDays').implement({
  description: 'A threshold in days.',
  fields: (t) => ({ days: t.exposeFloat('value', { description: 'Days of full time, from 0 to 14,640.' }) }),
})

const ServiceTimeRulePercent = builder.objectRef<Kept>('ServiceTimeRulePercent').implement({
  description: 'A threshold in percent.',
  fields: (t) => ({ percent: t.exposeFloat('value', { description: 'Percent, from 0 to 100.' }) }),
})

const ServiceTimeRuleChoice = builder.objectRef<Kept>('ServiceTimeRuleChoice').implement({
  description: 'A reading of the regulation.',
  fields: (t) => ({
    choice: t.field({ type: ServiceTimeChoice, resolve: (rule) => choiceOf(rule) as Choice }),
  }),
})

const MEMBERS = { DAYS: ServiceTimeRuleDays, PERCENT: ServiceTimeRulePercent, CHOICE: ServiceTimeRuleChoice }

export const ServiceTimeRuleValue = builder.unionType('ServiceTimeRuleValue', {
  description: 'What a rule says.',
  types: Object.values(MEMBERS),
  resolveType: ({ code }) => MEMBERS[valueKindOf(code)],
})

export const ServiceTimeRuleValueInput = builder.inputType('ServiceTimeRuleValueInput', {
  isOneOf: true,
  description: 'What a rule is to say, as its setting takes it; VALUE_INVALID of another.',
  fields: (t) => ({
    days: t.float({ description: 'From 0 to 14,640, no finer than hundredths.' }),
    percent: t.float({ description: 'From 0 to 100, no finer than hundredths.' }),
    choice: t.field({ type: ServiceTimeChoice, description: 'One that the setting offers.' }),
  }),
})

const ValueKind = builder.enumType('ServiceTimeRuleValueKind', {
  description: 'What a setting takes: a number of days, a percentage, or a choice.',
  values: VALUE_KINDS,
})

export { ServiceTimeChoice, ValueKind }
