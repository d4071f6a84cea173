import { refusal } from '../../builder.ts'
import { mutation } from '../../graph/mutation.ts'
import { ServicePeriodKind } from '../../statement/graphql/enums.ts'
import type { RuleRefusal } from '../domain/decide-rule.ts'
import { setRule } from '../use-cases/set-rule.ts'
import { RuleCode, ServiceTimeRule } from './ServiceTimeRule.ts'

const ServiceTimeRuleRefused = refusal<RuleRefusal>('ServiceTimeRuleRefused', {
  codes: { NOT_PERMITTED: '', VALUE_INVALID: '', SOURCE_MISSING: '', DATE_IN_PAST: '' },
})

mutation({
  name: 'SetServiceTimeRule',
  description: 'By support, from a day on; earlier values stay readable (B04).',
  input: (t) => ({
    code: t.field({ type: RuleCode, required: true, description: 'Which threshold or reading.' }),
    value: t.float({
      required: true,
      description:
        'By the unit of the code: days from 0 to 14,640, percent from 0 to 100, 0 or 1, or the number of the reading, 1 or 2. VALUE_INVALID of another.',
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
