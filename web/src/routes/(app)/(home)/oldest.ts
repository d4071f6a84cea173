import { shortDate } from '#lib/format/index.ts'
import { m } from '#lib/paraglide/messages.js'
import type { Home } from './queries.ts'

export type OldItem = {
  id: string
  title: string
  person: string
  note: string
  days: number
  href: string
  verb: string
}

type Activity = NonNullable<Home['signing']>['edges'][number]['node']
type Goal = NonNullable<Home['approval']>['edges'][number]['node']

const activityItem = (activity: Activity): OldItem => ({
  id: activity.id,
  title: activity.definition.title,
  person: activity.trainee.displayName,
  note: [
    activity.goals.map((goal) => goal.definition.code).join(', '),
    activity.performedOn ? m.home_performed({ date: shortDate(activity.performedOn) }) : '',
  ]
    .filter(Boolean)
    .join(' · '),
  days: activity.signingRequest?.waitingDays ?? 0,
  href: `/signering?sak=${activity.id}`,
  verb: m.home_do_sign(),
})

const goalItem = (goal: Goal): OldItem => ({
  id: goal.id,
  title: goal.definition.wording,
  person: goal.trainee.displayName,
  note: m.home_goal_line({ code: goal.definition.code }),
  days: goal.approvalRequest?.waitingDays ?? 0,
  href: `/mal/${goal.id}`,
  verb: m.home_do_open(),
})

/** The five that have waited longest, activities and goals in one list. */
export const oldestOf = (home: Home | undefined): OldItem[] =>
  [
    ...(home?.signing?.edges ?? []).map(({ node }) => activityItem(node)),
    ...(home?.approval?.edges ?? []).map(({ node }) => goalItem(node)),
  ]
    .sort((one, other) => other.days - one.days)
    .slice(0, 5)
