import { randomUUID } from 'node:crypto'
import { directoryOf, type Circle } from '@kompetanse/directory/testing'
import type { PlanVersionEvent } from '@kompetanse/schema/events/curriculum'
import { brandId, type Id } from '@kompetanse/schema/ids'
import { onPlanVersion } from '../curriculum/persistence/consume.ts'
import { pool } from '../database.ts'
import type { TestGraph } from './graph.ts'

const FROM = '2026-01-01'

export const { somebody, colleague, relate, aCircle } = directoryOf(pool)

type Plan = PlanVersionEvent
type Kind = Plan['activities'][number]['kind']

export interface PlanWish {
  readonly goals?: number
  /** Of each goal; one signed activity unless said. */
  readonly activities?: readonly Kind[]
}

interface Goal {
  readonly id: Id<'LearningGoal'>
  readonly activityIds: readonly Id<'LearningActivity'>[]
}

/** Somebody in training and everybody around them, made by the events that identity and curriculum send. */
export interface Crew extends Circle {
  readonly planTemplateId: Id<'PlanTemplate'>
  readonly planVersionId: Id<'PlanVersion'>
  readonly assignedPlanId: Id<'AssignedPlan'>
  readonly goals: readonly Goal[]
}

/** `const { trainee, leader } = await aTrainee(graph).withPlan({ goals: 3 })` */
export const aTrainee = (graph: TestGraph) => ({
  withPlan: async (wish: PlanWish = {}): Promise<Crew> => {
    const people = await aCircle()
    return { ...people, ...(await aPlanOf(graph, people, wish)) }
  },
})

/** A plan of its own, assigned by who leads the trainee. */
export async function aPlanOf(
  graph: TestGraph,
  people: Pick<Crew, 'leader' | 'trainee'>,
  wish: PlanWish = {},
): Promise<Omit<Crew, keyof Circle>> {
  const plan = await publish(wish)
  return {
    ...(await assign(graph, people, plan)),
    planTemplateId: brandId<'PlanTemplate'>(plan.templateId),
    planVersionId: brandId<'PlanVersion'>(plan.planVersionId),
  }
}

/** Publishes a plan with goals that have these activities each. */
async function publish({ goals = 1, activities = ['SIGNED'] }: PlanWish): Promise<Plan> {
  const definitions = Array.from({ length: goals }, (_, at) => ({
    id: randomUUID(),
    code: `ALM-${String(at + 1).padStart(3, '0')}`,
    wording: `Selvstendig kunne utrede og behandle pasienter med tilstand ${at + 1}.`,
    level: 3,
    category: 'Klinisk',
    order: at + 1,
  }))
  const plan: Plan = {
    planVersionId: randomUUID(),
    templateId: randomUUID(),
    ...{ templateCode: 'ALM', title: 'Allmennmedisin (ALM)', label: '2026', status: 'PUBLISHED' },
    ...{ validFrom: FROM, validTo: null, transitionUntil: null, version: 1 },
    goals: definitions,
    activities: definitions.flatMap(({ id, code }) =>
      activities.map((kind, at) => ({
        id: randomUUID(),
        title: `${code}: aktivitet ${at + 1}`,
        kind,
        origin: 'PORTAL_DEFAULT' as const,
        validMonths: kind === 'RECURRING' ? 12 : null,
        launchUrl: kind === 'E_LEARNING' ? 'https://kurs.example/1' : null,
        retired: false,
        goalDefinitionIds: [id],
      })),
    ),
  }
  await onPlanVersion(plan)
  return plan
}

const ASSIGN = `mutation ($input: AssignPlansInput!) { assignPlans(input: $input) {
  ... on AssignPlansSuccess { rows { outcome { __typename ... on AssignPlanSuccess { plan { id } } } } } } }`

interface Assigned {
  assignPlans: { rows: { outcome: { plan: { id: Id<'AssignedPlan'> } } }[] }
}

async function assign(graph: TestGraph, { leader, trainee }: Pick<Crew, 'leader' | 'trainee'>, plan: Plan) {
  const input = { traineeIds: [trainee.personId], planTemplateIds: [plan.templateId] }
  const { assignPlans } = await graph.ask<Assigned>(leader, ASSIGN, { input })
  const assignedPlanId = assignPlans.rows[0]?.outcome.plan.id ?? brandId('')
  const rows = await graph.own.database.learningGoal.findMany({
    where: { assignedPlanId },
    include: { activities: { orderBy: { activity: { position: 'asc' } } } },
    orderBy: { position: 'asc' },
  })
  const goals = rows.map(({ id, activities }) => ({
    id,
    activityIds: activities.map(({ activityId }) => activityId),
  }))
  return { assignedPlanId, goals }
}
