import { planVersion, track, type PlanVersionEvent } from '@kompetanse/schema/events/curriculum'
import { bus, type Tx } from './database.ts'

const day = (date: Date): string => date.toISOString().slice(0, 10)
const dayOrNull = (date: Date | null): string | null => date && day(date)

/** Tells the other subgraphs what a plan version holds now: its goals, and the activities of each. */
export async function announcePlanVersions(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const id of ids) await bus.publish(tx, planVersion, id, await planVersionPayload(tx, id))
}

async function planVersionPayload(tx: Tx, id: string): Promise<PlanVersionEvent> {
  const plan = await tx.planVersion.findUniqueOrThrow({
    where: { id },
    include: { template: true, goals: { include: { goal: true }, orderBy: { position: 'asc' } } },
  })
  const goalDefinitionIds = plan.goals.map((row) => row.goalId)
  const activities = await tx.activityDefinition.findMany({
    where: { goals: { some: { goalId: { in: goalDefinitionIds } } } },
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
    validTo: dayOrNull(plan.validTo),
    transitionUntil: dayOrNull(plan.transitionUntil),
    goals: plan.goals.map(({ goal, position }) => ({
      id: goal.id,
      code: goal.code,
      wording: goal.wording,
      level: levelOf(goal),
      category: goal.category,
      order: position,
    })),
    activities: activities.map(({ id, title, kind, origin, validMonths, launchUrl, retired, goals }) => ({
      ...{ id, title, kind, origin, validMonths, launchUrl, retired },
      goalDefinitionIds: goals.map((row) => row.goalId),
    })),
    version: plan.version,
  }
}

/** The higher of the two derived levels, 1–3; 0 when the wording has none of the regulation's three. */
export const levelOf = (goal: { knowledgeLevel: number | null; skillLevel: number | null }): number =>
  Math.max(goal.knowledgeLevel ?? 0, goal.skillLevel ?? 0)

export async function announceTrack(tx: Tx, code: string): Promise<void> {
  const row = await tx.track.findUniqueOrThrow({
    where: { code },
    include: { plans: { orderBy: { position: 'asc' } } },
  })
  const { name, assignsPlansAutomatically, version } = row
  const planTemplateIds = row.plans.map((plan) => plan.templateId)
  const payload = { trackCode: code, name, planTemplateIds, assignsPlansAutomatically, version }
  await bus.publish(tx, track, code, payload)
}
