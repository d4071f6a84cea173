import { osloDay } from '@kompetanse/calendar/day'
import { builder } from '../../builder.ts'
import { inForce } from '../domain/in-force.ts'
import { rulesOf } from '../persistence/rules.ts'
import { ServiceTimeRule } from './ServiceTimeRule.ts'

builder.queryField('serviceTimeRules', (t) =>
  t.field({
    type: [ServiceTimeRule],
    nullable: { list: true, items: false },
    description: 'Thresholds and choices in force on the day; today when none is named (B04).',
    args: { inForceOn: t.arg({ type: 'Date', description: 'Of which day; today when it is left out.' }) },
    resolve: async (_root, { inForceOn }, context) => [
      ...inForce(await rulesOf(context), inForceOn ?? osloDay(context.now)),
    ],
  }),
)
