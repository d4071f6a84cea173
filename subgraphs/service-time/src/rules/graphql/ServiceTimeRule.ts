import { builder } from '../../builder.ts'
import type { ServiceTimeRule as Rule } from '../../ledger/domain/rules.ts'
import { ServicePeriodKind } from '../../service-period/graphql/enums.ts'
import { RULE_CODES } from '../domain/decide-rule.ts'

export const RuleCode = builder.enumType('ServiceTimeRuleCode', { values: RULE_CODES })

export const RuleUnit = builder.enumType('RuleUnit', {
  values: ['DAYS', 'PERCENT', 'SWITCH', 'READING'] as const,
})

export const ServiceTimeRule = builder.objectRef<Rule>('ServiceTimeRule').implement({
  description: 'A threshold of the regulation, or how it is read where it is silent; in force from a date.',
  fields: (t) => ({
    code: t.expose('code', { type: RuleCode }),
    value: t.exposeFloat('value', { description: 'Days, percent, 0 or 1, or the number of the reading.' }),
    unit: t.expose('unit', { type: RuleUnit }),
    kinds: t.field({
      type: [ServicePeriodKind],
      description: 'Of the period kinds that it is about; empty: all.',
      resolve: ({ kinds }) => [...kinds],
    }),
    source: t.exposeString('source', { description: 'Where it stands, in Norwegian as in the regulation.' }),
    validFrom: t.expose('validFrom', { type: 'Date' }),
    validTo: t.expose('validTo', { type: 'Date', nullable: true }),
  }),
})
