import { database, type Tx } from '../database.ts'
import { announcePlanVersions } from '../plan/persistence/announce.ts'
import { announceTrack } from '../track/persistence/announce.ts'
import { seedActivities } from './activities.ts'
import { idOf } from './ids.ts'
import { seedPlans, templateId, versionId } from './plans.ts'
import { goalRow, regulationGoals, type RegulationGoal } from './regulation.ts'
import { seedTracks } from './tracks.ts'

const goals = regulationGoals()

async function seedGoals(tx: Tx): Promise<void> {
  await tx.goalDefinition.createMany({ data: goals.map(goalRow), skipDuplicates: true })
  const activities = seedActivities(goals)
  await tx.activityDefinition.createMany({ data: activities.map(({ row }) => row), skipDuplicates: true })
  const links = activities.flatMap(({ row, goalCodes }) =>
    goalCodes.map((code) => ({ activityId: row.id, goalId: idOf<'GoalDefinition'>('goal', code) })),
  )
  await tx.activityGoal.createMany({ data: links, skipDuplicates: true })
}

async function seedPlanTemplates(tx: Tx): Promise<void> {
  const plans = seedPlans(goals)
  const templates = plans.map((plan, position) => ({
    id: templateId(plan),
    code: plan.code,
    title: plan.title,
    position,
  }))
  await tx.planTemplate.createMany({ data: templates, skipDuplicates: true })
  const byPrefix = Map.groupBy(goals, (goal) => goal.prefix)
  for (const plan of plans)
    for (const [index, version] of plan.versions.entries()) {
      const before = plan.versions[index - 1]
      const row = {
        id: versionId(plan, version),
        templateId: templateId(plan),
        label: version.label,
        status: 'PUBLISHED' as const,
        validFrom: new Date(version.validFrom),
        validTo: version.validTo ? new Date(version.validTo) : null,
        transitionUntil: version.transitionUntil ? new Date(version.transitionUntil) : null,
        replacesId: before ? versionId(plan, before) : null,
      }
      await tx.planVersion.createMany({ data: row, skipDuplicates: true })
      await tx.planVersionGoal.createMany({
        data: (byPrefix.get(version.prefix) ?? []).map((goal: RegulationGoal, position) => ({
          planVersionId: row.id,
          goalId: idOf('goal', goal.code),
          position,
        })),
        skipDuplicates: true,
      })
    }
}

async function seedTrackRules(tx: Tx): Promise<void> {
  for (const track of seedTracks(goals)) {
    const { speciality, plans, ...row } = track
    if (speciality)
      await tx.speciality.createMany({ data: { code: row.code, name: speciality }, skipDuplicates: true })
    const specialityCode = speciality ? row.code : null
    await tx.track.createMany({ data: { ...row, specialityCode }, skipDuplicates: true })
    await tx.trackPlan.createMany({
      data: plans.map((code, position) => ({
        trackCode: row.code,
        templateId: templateId({ code }),
        position,
      })),
      skipDuplicates: true,
    })
  }
}

/** Fills the curriculum with the regulation's goals and the portal's defaults; seeding again changes nothing. */
export async function seedCurriculum(): Promise<void> {
  if ((await database.goalDefinition.count()) >= goals.length) return
  await database.$transaction(
    async (tx) => {
      // Preparing hundreds of rows takes a busy machine longer than who serves may pause in a transaction.
      await tx.$executeRaw`SET LOCAL idle_in_transaction_session_timeout = '60s'`
      await seedGoals(tx)
      await seedPlanTemplates(tx)
      await seedTrackRules(tx)
      const plans = await tx.planVersion.findMany({ select: { id: true } })
      await announcePlanVersions(
        tx,
        plans.map((plan) => plan.id),
      )
      for (const { code } of await tx.track.findMany({ select: { code: true } }))
        await announceTrack(tx, code)
    },
    { timeout: 60_000 },
  )
}
