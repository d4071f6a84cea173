import { refusal } from '../../builder.ts'
import { mutation } from '../../graph/mutation.ts'
import { ServicePeriodKind } from '../../statement/graphql/enums.ts'
import type { RuleRefusal } from '../domain/decide-rule.ts'
import { setRule } from '../use-cases/set-rule.ts'
import { RuleCode, ServiceTimeRule } from './ServiceTimeRule.ts'
import { ServiceTimeRuleValueInput } from './ServiceTimeRuleValue.ts'

const ServiceTimeRuleRefused = refusal<RuleRefusal>('ServiceTimeRuleRefused', {
  codes: { NOT_PERMITTED: '', VALUE_INVALID: '', SOURCE_MISSING: '', DATE_IN_PAST: '' },
})

mutation({
  name: 'SetServiceTimeRule',
  description: 'By support, from a day on; earlier values stay readable (B04).',
  input: (t) => ({
    code: t.field({ type: RuleCode, required: true, description: 'Which threshold or reading.' }),
    value: t.field({
      type: ServiceTimeRuleValueInput,
      required: true,
      description: 'By the kind of value that the setting takes; VALUE_INVALID of another.',
    }),
    kinds: t.field({
      type: [ServicePeriodKind],
      required: true,
      description: 'Of the period kinds that it is about; empty: all.',
    }),
    source: t.string({
      required: true,
      description: 'Where it is written, in Norwegian as in the regulation. SOURCE_MISSING of an empty one.',
    }),
    startsOn: t.field({
      type: 'Date',
      required: true,
      description: 'The first day that it is in force; DATE_IN_PAST of an earlier one than today in Oslo.',
    }),
  }),
  refusals: [ServiceTimeRuleRefused],
  perform: ({ startsOn: validFrom, ...rule }, context) => setRule({ ...rule, validFrom }, context),
  success: (t) => ({ rule: t.field({ type: ServiceTimeRule, resolve: ({ rule }) => rule }) }),
})
