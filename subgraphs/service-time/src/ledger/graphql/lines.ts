import type { ServicePeriod as PeriodRow } from '../../generated/db/client.ts'
import { builder, counted } from '../../builder.ts'
import { ServicePeriod } from '../../service-period/graphql/ServicePeriod.ts'
import { visiblePeriods } from '../../service-period/persistence/visible.ts'
import type { LedgerLine } from '../domain/types.ts'
import { toDays } from '../domain/units.ts'
import { RuleCode } from '../../rules/graphql/ServiceTimeRule.ts'
import { ServiceTimeEffect } from './enums.ts'

const ServiceTimeLine = builder.objectRef<LedgerLine>('ServiceTimeLine').implement({
  description: 'Days of one period that count alike.',
  fields: (t) => ({
    startsOn: t.expose('startsOn', { type: 'Date' }),
    endsOn: t.expose('endsOn', { type: 'Date' }),
    days: t.float({
      description: 'Calendar days; of a day that is partly absence, each part has its line.',
      resolve: ({ days }) => toDays(days),
    }),
    countedDays: t.float({ description: 'In days of full time.', resolve: (line) => toDays(line.counted) }),
    effect: t.expose('effect', { type: ServiceTimeEffect }),
    paragraph: t.exposeString('paragraph', { description: 'Of spesialistforskriften, e.g. 31(4)c.' }),
    rule: t.expose('rule', {
      type: RuleCode,
      nullable: true,
      description: 'The threshold or choice behind it.',
    }),
    confirmed: t.exposeBoolean('confirmed', {
      description: 'Whether it is signed, or of a kind that needs no signature.',
    }),
    absenceId: t.exposeID('absenceId', { nullable: true, description: 'The absence that it is about.' }),
    servicePeriod: t.field({
      type: ServicePeriod,
      resolve: async ({ periodId }, _args, context) => (await visiblePeriods(periodId, context)) as PeriodRow,
    }),
  }),
})

export const LineConnection = counted(ServiceTimeLine, 'ServiceTimeLine')
export { ServiceTimeLine }
