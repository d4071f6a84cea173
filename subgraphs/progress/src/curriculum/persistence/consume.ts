import { dateColumn } from '@kompetanse/calendar/day'
import type { PlanVersionEvent, TrackEvent } from '@kompetanse/schema/events/curriculum'
import { database, type Tx } from '../../database.ts'

/**
 * Keeps this subgraph's copy of a plan version with its goals and activities. An event that is not newer than what
 * is here changes nothing. Plans assigned before keep the goals they were assigned with.
 */
export async function onPlanVersion(event: PlanVersionEvent): Promise<void> {
  await database.$transaction(
    async (tx) => {
      if (!(await saveVersion(tx, event))) return
      await saveDefinitions(tx, event)
      await linkContent(tx, event)
    },
    { timeout: 30_000 },
  )
}

/** False when we already have this version or a later one. Also serialises two deliveries of one plan version. */
async function saveVersion(tx: Tx, event: PlanVersionEvent): Promise<boolean> {
  const { planVersionId: id, templateId, label, status, version } = event
  await tx.planTemplate.upsert({
    where: { id: templateId },
    create: { id: templateId, code: event.templateCode, title: event.title },
    update: { code: event.templateCode, title: event.title },
  })
  const validFrom = dateColumn(event.validFrom)
  const validTo = event.validTo === null ? null : dateColumn(event.validTo)
  const transitionUntil = event.transitionUntil === null ? null : dateColumn(event.transitionUntil)
  const data = { templateId, label, status, validFrom, validTo, transitionUntil, version }
  const created = await tx.planVersion.createMany({ data: [{ id, ...data }], skipDuplicates: true })
  if (created.count > 0) return true
  const updated = await tx.planVersion.updateMany({ where: { id, version: { lt: version } }, data })
  return updated.count > 0
}

// One statement each, whatever the plan's size: plans have up to some hundred goals.
async function saveDefinitions(tx: Tx, { goals, activities }: PlanVersionEvent): Promise<void> {
  const goalRows = goals
    .toSorted(byId)
    .map(({ id, code, wording, level, category }) => ({ id, code, wording, level, category }))
  await tx.$executeRaw`
    INSERT INTO goal_definition (id, code, wording, level, category)
    SELECT id, code, wording, level, category FROM jsonb_to_recordset(${JSON.stringify(goalRows)}::jsonb)
      AS g(id uuid, code text, wording text, level int, category text)
    ON CONFLICT (id) DO UPDATE SET code = excluded.code, wording = excluded.wording, level = excluded.level,
      category = excluded.category`
  await tx.$executeRaw`
    INSERT INTO activity_definition (id, title, kind, origin, valid_months, launch_url, retired)
    SELECT id, title, kind::"ActivityKind", origin::"ActivityOrigin", "validMonths", "launchUrl", retired
    FROM jsonb_to_recordset(${JSON.stringify(activities.toSorted(byId))}::jsonb)
      AS a(id uuid, title text, kind text, origin text, "validMonths" int, "launchUrl" text, retired boolean)
    ON CONFLICT (id) DO UPDATE SET title = excluded.title, kind = excluded.kind, origin = excluded.origin,
      valid_months = excluded.valid_months, launch_url = excluded.launch_url, retired = excluded.retired`
}

// Two plans may share goals: rows are locked in one order, so that they cannot wait for each other.
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

async function linkContent(tx: Tx, { planVersionId, goals, activities }: PlanVersionEvent): Promise<void> {
  const known = new Set(goals.map(({ id }) => id))
  const links = activities.flatMap(({ id: activityDefinitionId, goalDefinitionIds }) =>
    goalDefinitionIds
      .filter((goalDefinitionId) => known.has(goalDefinitionId))
      .map((goalDefinitionId) => ({ activityDefinitionId, goalDefinitionId })),
  )
  await tx.planVersionGoal.deleteMany({ where: { planVersionId } })
  await tx.planVersionActivity.deleteMany({ where: { planVersionId } })
  await tx.activityDefinitionGoal.deleteMany({
    where: {
      activityDefinitionId: { in: activities.map(({ id }) => id) },
      goalDefinitionId: { in: [...known] },
    },
  })
  await tx.planVersionGoal.createMany({
    data: goals.map(({ id, order }) => ({ planVersionId, goalDefinitionId: id, position: order })),
  })
  await tx.planVersionActivity.createMany({
    data: activities.map(({ id }, position) => ({ planVersionId, activityDefinitionId: id, position })),
  })
  await tx.activityDefinitionGoal.createMany({ data: links, skipDuplicates: true })
}

export async function onTrack(event: TrackEvent): Promise<void> {
  const { trackCode: code, name, planTemplateIds, assignsPlansAutomatically, version } = event
  const data = { name, assignsPlansAutomatically, version }
  await database.$transaction(async (tx) => {
    const created = await tx.track.createMany({ data: [{ code, ...data }], skipDuplicates: true })
    const updated =
      created.count || (await tx.track.updateMany({ where: { code, version: { lt: version } }, data })).count
    if (updated === 0) return
    // A template whose plan versions have not arrived yet has no title until they do.
    const templates = planTemplateIds.map((id) => ({ id, code: '', title: '' }))
    await tx.planTemplate.createMany({ data: templates, skipDuplicates: true })
    await tx.trackPlan.deleteMany({ where: { trackCode: code } })
    await tx.trackPlan.createMany({
      data: planTemplateIds.map((planTemplateId, position) => ({
        trackCode: code,
        planTemplateId,
        position,
      })),
    })
  })
}
