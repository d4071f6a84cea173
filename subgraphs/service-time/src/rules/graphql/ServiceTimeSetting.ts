import { osloDay } from '@kompetanse/calendar/day'
import { builder } from '../../builder.ts'
import { choicesOf } from '../domain/choices.ts'
import { SETTING_COMMANDS, availableCommands, valueKindOf } from '../domain/decide-rule.ts'
import { inForce } from '../domain/in-force.ts'
import { RULE_CODES, type RuleCode as Code } from '../domain/rule.ts'
import { rulesOf, type RecordedRule } from '../persistence/rules.ts'
import { RuleCode, ServiceTimeRule } from './ServiceTimeRule.ts'
import { ServiceTimeChoice, ValueKind } from './ServiceTimeRuleValue.ts'

interface Setting {
  readonly code: Code
  readonly rules: readonly RecordedRule[]
}

const ServiceTimeSettingCommand = builder.enumType('ServiceTimeSettingCommand', {
  description: 'What can be done with a setting.',
  values: SETTING_COMMANDS,
})

const ServiceTimeSetting = builder.objectRef<Setting>('ServiceTimeSetting').implement({
  description: 'One threshold or choice, with every rule that it has had and is going to have.',
  fields: (t) => ({
    code: t.expose('code', { type: RuleCode }),
    valueKind: t.field({ type: ValueKind, resolve: ({ code }) => valueKindOf(code) }),
    choices: t.field({
      type: [ServiceTimeChoice],
      description: 'What it can be; empty where it takes a number.',
      resolve: ({ code }) => [...choicesOf(code)],
    }),
    inForce: t.field({
      type: ServiceTimeRule,
      nullable: true,
      description: 'Today; null when it is not set.',
      resolve: ({ rules }, _args, { now }) => inForce(rules, osloDay(now))[0],
    }),
    rules: t.field({
      type: [ServiceTimeRule],
      description: 'Oldest first.',
      resolve: ({ rules }) => [...rules],
    }),
    availableCommands: t.field({
      type: [ServiceTimeSettingCommand],
      resolve: (_setting, _args, { actor }) => [...availableCommands(actor)],
    }),
  }),
})

builder.queryField('serviceTimeSettings', (t) =>
  t.field({
    type: [ServiceTimeSetting],
    nullable: { list: true, items: false },
    description: 'All thresholds and choices, in the order of the regulation (B04).',
    resolve: async (_root, _args, context) => {
      const byCode = Map.groupBy(await rulesOf(context), ({ code }) => code)
      return RULE_CODES.map((code) => ({ code, rules: byCode.get(code) ?? [] }))
    },
  }),
)
