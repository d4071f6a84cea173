import { dayOf } from '@kompetanse/calendar/day'
import type { Message } from '@kompetanse/events'
import { planVersion, type PlanVersionEvent } from '@kompetanse/schema/events/curriculum'
import type { Id } from '@kompetanse/schema/ids'
import { bus, type Tx } from '../../database.ts'
import type { Prisma } from '../../generated/db/client.ts'
import { levelOf } from '../../learning-goal/domain/level.ts'

/** What the event of a plan version is made from. */
export const withContent = {
  template: true,
  goals: {
    orderBy: { position: 'asc' },
    include: { goal: { include: { activities: { include: { activity: { include: { goals: true } } } } } } },
  },
} satisfies Prisma.PlanVersionInclude

type Row = Prisma.PlanVersionGetPayload<{ include: typeof withContent }>
type Goal = Row['goals'][number]['goal']
type Activity = Goal['activities'][number]['activity']

/** What a plan version holds: its goals, and the activities of each. */
export const planVersionMessage = (plan: Row): Message<PlanVersionEvent> => ({
  key: plan.id,
  payload: {
    planVersionId: plan.id,
    templateId: plan.templateId,
    templateCode: plan.template.code,
    title: plan.template.title,
    label: plan.label,
    status: plan.status,
    validFrom: dayOf(plan.validFrom),
    validTo: plan.validTo && dayOf(plan.validTo),
    transitionUntil: plan.transitionUntil && dayOf(plan.transitionUntil),
    goals: plan.goals.map(({ goal, position }) => ({
      ...{ id: goal.id, code: goal.code, wording: goal.wording, category: goal.category },
      ...{ level: levelOf(goal), order: position },
    })),
    activities: activitiesOf(plan).map(toActivity),
    version: plan.version,
  },
})

function activitiesOf({ goals }: Row): Activity[] {
  const all = goals.flatMap(({ goal }) => goal.activities.map(({ activity }) => activity))
  const once = [...new Map(all.map((activity) => [activity.id, activity])).values()]
  return once.toSorted((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1))
}

const toActivity = ({ id, title, kind, origin, validMonths, launchUrl, retired, goals }: Activity) => ({
  ...{ id, title, kind, origin, validMonths, launchUrl, retired },
  goalDefinitionIds: goals.map(({ goalId }) => goalId),
})

/** Tells the other subgraphs what plan versions hold now. */
export async function announcePlanVersions(tx: Tx, ids: readonly Id<'PlanVersion'>[]): Promise<void> {
  const where = { id: { in: [...ids] } }
  const plans = await tx.planVersion.findMany({ where, include: withContent, orderBy: { id: 'asc' } })
  await bus.publishAll(tx, planVersion, plans.map(planVersionMessage))
}

/** What becomes of activities of these goals becomes of every plan that holds one of them. */
export async function contentChanged(tx: Tx, goalIds: readonly Id<'GoalDefinition'>[]): Promise<void> {
  const plans = await tx.planVersion.updateManyAndReturn({
    where: { goals: { some: { goalId: { in: [...goalIds] } } } },
    data: { version: { increment: 1 } },
    select: { id: true },
  })
  await announcePlanVersions(
    tx,
    plans.map(({ id }) => id),
  )
}
