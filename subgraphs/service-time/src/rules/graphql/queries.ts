import { osloDay } from '@kompetanse/directory/day'
import { builder } from '../../builder.ts'
import { inForce } from '../domain/in-force.ts'
import { rulesOf } from '../rules.ts'
import { setRule, type SetRuleOutcome } from '../set-rule.ts'
import { ServicePeriodKind } from '../../service-period/graphql/enums.ts'
import { RuleCode, ServiceTimeRule } from './ServiceTimeRule.ts'

type Outcome<Kind extends SetRuleOutcome['kind']> = Extract<SetRuleOutcome, { kind: Kind }>

builder.queryField('serviceTimeRules', (t) =>
  t.field({
    type: [ServiceTimeRule],
    nullable: { list: true, items: false },
    description: 'Thresholds and choices in force on the day; today when none is named.',
    args: { asOf: t.arg({ type: 'Date' }) },
    resolve: async (_root, { asOf }, context) => [
      ...inForce(await rulesOf(context), asOf ?? osloDay(context.now)),
    ],
  }),
)

const RuleRefusalCode = builder.enumType('ServiceTimeRuleRefusalCode', {
  values: ['NOT_PERMITTED', 'VALUE_INVALID', 'SOURCE_MISSING', 'DATE_IN_PAST'] as const,
})

const Success = builder.objectRef<Outcome<'done'>>('SetServiceTimeRuleSuccess').implement({
  fields: (t) => ({ rule: t.field({ type: ServiceTimeRule, resolve: ({ rule }) => rule }) }),
})

const Refused = builder.objectRef<Outcome<'refused'>>('ServiceTimeRuleRefused').implement({
  fields: (t) => ({ code: t.expose('code', { type: RuleRefusalCode }) }),
})

const Input = builder.inputType('SetServiceTimeRuleInput', {
  fields: (t) => ({
    code: t.field({ type: RuleCode, required: true }),
    value: t.float({ required: true }),
    kinds: t.field({ type: [ServicePeriodKind], required: true }),
    source: t.string({ required: true }),
    validFrom: t.field({ type: 'Date', required: true }),
  }),
})

builder.mutationField('setServiceTimeRule', (t) =>
  t.field({
    type: builder.unionType('SetServiceTimeRuleResult', {
      types: [Success, Refused],
      resolveType: ({ kind }) => (kind === 'done' ? Success : Refused),
    }),
    description: 'By support, from a day on; earlier values stay readable.',
    args: { input: t.arg({ type: Input, required: true }) },
    resolve: (_root, { input }, context) => setRule(input, context),
  }),
)
