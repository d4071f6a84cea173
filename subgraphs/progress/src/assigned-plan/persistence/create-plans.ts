import { today } from '@kompetanse/calendar/day'
import { running } from '@kompetanse/calendar/running'
import type { Id } from '@kompetanse/schema/ids'
import type { Tx } from '../../database.ts'
import type { NewPlan } from '../domain/assign.ts'

/**
 * Creates plans with all goals and activities of their version, a few statements however many. A trainee who has
 * the plan already, also from another who assigns at this moment, is left out of what is returned.
 */
export async function createPlans(
  tx: Tx,
  plans: readonly NewPlan[],
  by: { readonly byId: Id<'Person'>; readonly at: Date },
) {
  const created = await tx.assignedPlan.createManyAndReturn({
    data: plans.map(({ traineeId, planTemplateId, planVersionId }) => ({
      ...{ traineeId, planTemplateId, planVersionId },
      ...{ assignedById: by.byId, assignedAt: by.at },
    })),
    skipDuplicates: true,
  })
  const ids = created.map(({ id }) => id)
  await tx.$executeRaw`
    INSERT INTO learning_goal (id, assigned_plan_id, trainee_id, definition_id, position)
    SELECT uuidv7(), plan.id, plan.trainee_id, content.goal_definition_id, content.position
    FROM assigned_plan plan JOIN plan_version_goal content USING (plan_version_id)
    WHERE plan.id = ANY(${ids}::uuid[])`
  await tx.$executeRaw`
    INSERT INTO learning_activity (id, assigned_plan_id, trainee_id, definition_id, position)
    SELECT uuidv7(), plan.id, plan.trainee_id, definition.id, content.position
    FROM assigned_plan plan JOIN plan_version_activity content USING (plan_version_id)
    JOIN activity_definition definition ON definition.id = content.activity_definition_id
    WHERE plan.id = ANY(${ids}::uuid[]) AND NOT definition.retired`
  await tx.$executeRaw`
    INSERT INTO activity_goal (activity_id, goal_id)
    SELECT activity.id, goal.id FROM learning_activity activity
    JOIN activity_definition_goal link ON link.activity_definition_id = activity.definition_id
    JOIN learning_goal goal ON goal.assigned_plan_id = activity.assigned_plan_id
      AND goal.definition_id = link.goal_definition_id
    WHERE activity.assigned_plan_id = ANY(${ids}::uuid[])`
  const standsInFor = new Map(plans.map(({ traineeId, onBehalfOfId }) => [traineeId, onBehalfOfId]))
  await tx.planHistory.createMany({
    data: created.map(({ id, traineeId, planTemplateId }) => ({
      ...{ assignedPlanId: id, traineeId, planTemplateId, at: by.at, byId: by.byId },
      onBehalfOfId: standsInFor.get(traineeId) ?? null,
      command: 'ASSIGN' as const,
    })),
  })
  return created
}

/**
 * The version of each template that is in force on the day: the newest that is published and valid. Who began on
 * an older one keeps it (B05); new plans are of this one.
 */
export async function versionsInForce(tx: Tx, planTemplateIds: readonly Id<'PlanTemplate'>[], now: Date) {
  const versions = await tx.planVersion.findMany({
    where: { templateId: { in: [...planTemplateIds] }, status: 'PUBLISHED', ...running(today(now)) },
    orderBy: { validFrom: 'asc' },
  })
  return new Map(versions.map(({ templateId, id }) => [templateId, id]))
}
