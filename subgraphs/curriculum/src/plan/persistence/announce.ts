import { planVersion, type PlanVersionEvent } from '@kompetanse/schema/events/curriculum'
import { bus, type Tx } from '../../database.ts'
import type { Prisma } from '../../generated/db/client.ts'
import { levelOf } from '../../learning-goal/domain/level.ts'

const day = (date: Date): string => date.toISOString().slice(0, 10)

const include = {
  template: true,
  goals: { include: { goal: true }, orderBy: { position: 'asc' } },
} satisfies Prisma.PlanVersionInclude

type Row = Prisma.PlanVersionGetPayload<{ include: typeof include }>

/** Tells the other subgraphs what plan versions hold now: their goals, and the activities of each. */
export async function announcePlanVersions(tx: Tx, ids: readonly string[]): Promise<void> {
  const plans = await tx.planVersion.findMany({
    where: { id: { in: [...ids] } },
    include,
    orderBy: { id: 'asc' },
  })
  const messages = []
  for (const plan of plans) messages.push({ key: plan.id, payload: await payloadOf(tx, plan) })
  await bus.publishAll(tx, planVersion, messages)
}

async function payloadOf(tx: Tx, plan: Row): Promise<PlanVersionEvent> {
  const goalIds = plan.goals.map((row) => row.goalId)
  const activities = await tx.activityDefinition.findMany({
    where: { goals: { some: { goalId: { in: goalIds } } } },
    include: { goals: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  return {
    planVersionId: plan.id,
    templateId: plan.templateId,
    templateCode: plan.template.code,
    title: plan.template.title,
    label: plan.label,
    status: plan.status,
    validFrom: day(plan.validFrom),
    validTo: plan.validTo && day(plan.validTo),
    transitionUntil: plan.transitionUntil && day(plan.transitionUntil),
    goals: plan.goals.map(({ goal, position }) => ({
      ...{ id: goal.id, code: goal.code, wording: goal.wording, category: goal.category },
      ...{ level: levelOf(goal), order: position },
    })),
    activities: activities.map(({ id, title, kind, origin, validMonths, launchUrl, retired, goals }) => ({
      ...{ id, title, kind, origin, validMonths, launchUrl, retired },
      goalDefinitionIds: goals.map((row) => row.goalId),
    })),
    version: plan.version,
  }
}

/** What becomes of activities of these goals becomes of every plan that holds one of them. */
export async function contentChanged(tx: Tx, goalIds: readonly string[]): Promise<void> {
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
