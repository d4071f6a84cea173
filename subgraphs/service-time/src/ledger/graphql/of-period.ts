/** What a period gives by § 31, on the period. */
import { builder } from '../../builder.ts'
import { ServicePeriod } from '../../service-period/graphql/ServicePeriod.ts'
import { countedOf } from '../use-cases/counted.ts'

builder.prismaObjectFields(ServicePeriod, (t) => ({
  days: t.float({
    description: 'Calendar days of it until today.',
    resolve: async (period, _args, context) => (await countedOf(period, context)).days,
  }),
  countedDays: t.float({
    description: 'Days of full time that it gives by § 31 once it is confirmed.',
    resolve: async (period, _args, context) => (await countedOf(period, context)).counted,
  }),
}))
