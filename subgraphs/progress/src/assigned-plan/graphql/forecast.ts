/** What the plan's page says about the pace: worked out here, so that every page says the same. */
import { visibleTrainee } from '@kompetanse/directory'
import { osloDay, today } from '@kompetanse/calendar/day'
import { batched } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import {
  forecast,
  type ForecastBasis,
  type PacePoint,
  type PlanForecast as Forecast,
} from '../domain/forecast.ts'

const PlanForecastBasis = builder.enumType('PlanForecastBasis', {
  description: 'What the forecast of a plan rests on, or why there is none.',
  values: {
    PACE: { description: 'From how many goals were approved; the only one with a day.' },
    ALL_APPROVED: { description: 'Nothing remains.' },
    NONE_APPROVED: { description: 'Nothing was approved in the period.' },
    TOO_EARLY: { description: 'Less than 90 days to measure.' },
    ARCHIVED: {},
  } as const satisfies Record<ForecastBasis, object>,
})

const PlanPacePoint = builder.objectRef<PacePoint>('PlanPacePoint').implement({
  description: 'How many goals were approved at the end of a day.',
  fields: (t) => ({
    on: t.expose('on', { type: 'Date' }),
    approved: t.exposeInt('approved', { description: 'How many goals were approved by the end of the day.' }),
  }),
})

export const PlanForecast = builder.objectRef<Forecast>('PlanForecast').implement({
  description:
    'When the plan is done if goals go on being approved as in the last 12 months, or since it began when that is later.',
  fields: (t) => ({
    basis: t.expose('basis', { type: PlanForecastBasis }),
    startsOn: t.expose('since', { type: 'Date', description: 'The first day that is measured.' }),
    approvedSince: t.exposeInt('approvedSince', {
      description: 'How many goals have been approved since then.',
    }),
    remaining: t.exposeInt('remaining', { description: 'Goals that are not approved.' }),
    doneOn: t.expose('doneOn', {
      type: 'Date',
      nullable: true,
      description: 'Null unless the basis is PACE.',
    }),
    curve: t.expose('curve', {
      type: [PlanPacePoint],
      description: 'From the beginning of the plan until today, at most one point a month.',
    }),
  }),
})

/** For all plans of a request at once; a plan whose trainee the actor may not see has none. */
export const planForecast = batched<Id<'AssignedPlan'>, Forecast>(async (ids, { actor, now }) => {
  const plans = await database.assignedPlan.findMany({
    relationLoadStrategy: 'join',
    where: { id: { in: ids }, trainee: visibleTrainee(actor, today(now)) },
    select: {
      ...{ id: true, status: true, assignedAt: true },
      goals: { select: { status: true, decidedAt: true } },
    },
  })
  return new Map(
    plans.map(({ id, status, assignedAt, goals }) => {
      const approved = goals.filter((goal) => goal.status === 'APPROVED')
      const pace = {
        goals: goals.length,
        approvedOn: approved.flatMap(({ decidedAt }) => (decidedAt ? [osloDay(decidedAt)] : [])),
        assignedOn: osloDay(assignedAt),
        archived: status === 'ARCHIVED',
      }
      return [id, forecast(pace, osloDay(now))]
    }),
  )
})
