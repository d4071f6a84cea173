import { arrayPage, byPlace } from '@kompetanse/graph'
import { builder } from '../../builder.ts'
import { ServiceTimeRule } from '../../rules/graphql/ServiceTimeRule.ts'
import type { Account, Forecast, Ledger, Remark } from '../domain/types.ts'
import { toDays } from '../domain/units.ts'
import { ServiceTimeRemarkCode, ServiceTimeRequirement } from './enums.ts'
import { LineConnection, ServiceTimeLine } from './lines.ts'
import { ServiceTimeTotal } from './totals.ts'

const ServiceTimeAccount = builder.objectRef<Account>('ServiceTimeAccount').implement({
  description: 'What has been served, day by day, and what each requirement has of it.',
  fields: (t) => ({
    totals: t.field({
      type: [ServiceTimeTotal],
      description: 'One of each requirement.',
      resolve: ({ totals }) => [...totals],
    }),
    lines: t.connection(
      {
        type: ServiceTimeLine,
        ...byPlace,
        assumedSize: 100,
        description: 'Every day served stands in lines whose days make exactly that day.',
        resolve: ({ lines }, args) => arrayPage(args, lines),
      },
      ...LineConnection,
    ),
  }),
})

const ServiceTimeRemark = builder.objectRef<Remark>('ServiceTimeRemark').implement({
  description: 'What a person has to look at and explain.',
  fields: (t) => ({
    code: t.expose('code', { type: ServiceTimeRemarkCode }),
    paragraph: t.exposeString('paragraph', { description: 'Of spesialistforskriften, e.g. 18(1).' }),
    startsOn: t.expose('startsOn', { type: 'Date' }),
    endsOn: t.expose('endsOn', { type: 'Date' }),
    servicePeriodIds: t.idList({ resolve: ({ periodIds }) => [...periodIds] }),
  }),
})

const RequirementForecast = builder
  .objectRef<Forecast['requirements'][number]>('ServiceTimeRequirementForecast')
  .implement({
    description: 'When one requirement is met.',
    fields: (t) => ({
      requirement: t.expose('requirement', { type: ServiceTimeRequirement }),
      metOn: t.expose('on', {
        type: 'Date',
        nullable: true,
        description: 'The day it is met; null when the positions of today do not add to it.',
      }),
    }),
  })

const ServiceTimeForecast = builder.objectRef<Forecast>('ServiceTimeForecast').implement({
  description:
    'At the share of the positions held on the day, without more absence, and with everything registered confirmed.',
  fields: (t) => ({
    pace: t.float({ description: 'Days of full time per day.', resolve: ({ pace }) => toDays(pace) }),
    requirements: t.field({
      type: [RequirementForecast],
      resolve: ({ requirements }) => [...requirements],
    }),
    metOn: t.expose('overall', {
      type: 'Date',
      nullable: true,
      description: 'When all of it is met, whatever is missing taken in the order of § 2; null at no pace.',
    }),
  }),
})

export const ServiceTimeLedger = builder.objectRef<Ledger>('ServiceTimeLedger').implement({
  description: 'What counts by § 31, day by day, and why.',
  fields: (t) => ({
    reckonedOn: t.expose('asOf', { type: 'Date', description: 'The last day that is counted.' }),
    rules: t.field({
      type: [ServiceTimeRule],
      description: 'How the regulation was read: shown beside every figure.',
      resolve: ({ rules }) => [...rules],
    }),
    confirmed: t.field({
      type: ServiceTimeAccount,
      description: 'What counts, § 31(1): confirmed service alone.',
      resolve: ({ confirmed }) => confirmed,
    }),
    registered: t.field({
      type: ServiceTimeAccount,
      description: 'What will count when all that is registered is confirmed.',
      resolve: ({ registered }) => registered,
    }),
    remarks: t.field({ type: [ServiceTimeRemark], resolve: ({ remarks }) => [...remarks] }),
    forecast: t.field({ type: ServiceTimeForecast, resolve: ({ forecast }) => forecast }),
  }),
})
