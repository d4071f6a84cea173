import { ask, commandOf, officeOf } from '@kompetanse/graph/testing'
import { statementTests, type Rows } from '@kompetanse/graph/testing/statements'
import { startTestSubgraph } from '@kompetanse/process/testing'
import type { RegionCode } from '@kompetanse/schema/regions'
import type { Actor } from '@kompetanse/schema/actor-token'
import { database, subgraph } from '../database.ts'
import { schema } from '../schema.ts'
import { seedCurriculum } from '../seed/seed.ts'

const now = new Date('2026-11-22T12:00:00Z')
const office = officeOf('0190a1b2-0000-7000-8000-00000000000d')

async function answered(actor: Actor, query: string, variables: Record<string, unknown>): Promise<unknown> {
  const { data, errors } = await ask(schema, { actor, now, query, variables })
  if (errors?.[0]) throw errors[0].originalError ?? errors[0]
  return JSON.parse(JSON.stringify(data))
}

/** A region that has proposed to change as many activities, and looks for as many goals of the curriculum. */
async function rowsOf(regionCode: RegionCode, amount: number, search: string): Promise<Rows> {
  const actor = office('REGIONAL_ADMIN', { regionCode })
  const activities = await database.activityDefinition.findMany({ take: amount, select: { id: true } })
  for (const { id } of activities) {
    const input = { activityDefinitionId: id, expectedVersion: 1, title: 'Klarere', reason: 'Uklart.' }
    await answered(actor, commandOf('proposeActivityEdit'), { input })
  }
  const goals = await database.goalDefinition.findMany({ take: amount, select: { id: true } })
  const plans = await database.planVersion.findMany({ take: amount, select: { id: true } })
  const templates = await database.planTemplate.findMany({ take: amount, select: { id: true } })
  const tracks = await database.track.findMany({ take: amount, select: { code: true } })
  const specialities = await database.speciality.findMany({ take: amount, select: { code: true } })
  return {
    actor,
    variables: { id: goals[0]?.id, search, text: search, curriculum: true },
    keys: {
      ...{ LearningActivityDefinition: activities, LearningGoalDefinition: goals, PlanVersion: plans },
      ...{ PlanTemplate: templates, Track: tracks, Speciality: specialities },
    },
  }
}

statementTests(
  'curriculum',
  async () => {
    const own = await startTestSubgraph(subgraph)
    await seedCurriculum()
    return {
      one: await rowsOf('HELSE_VEST', 1, 'ALM-001'),
      many: await rowsOf('HELSE_NORD', 9, 'a'),
      ask: answered,
      statements: async (work) => (await own.statements(work)).length,
      stop: own.stop,
    }
  },
  {
    budgets: {
      Activity: 1,
      CurriculumProposals: 16,
      GoalDefinition: 5,
      GoalDefinitions: 6,
      GoalPage: 1,
      Plan: 2,
      PlanSearch: 2,
      Search: 4,
      Tracks: 3,
      Trainee: 1,
    },
    alike: {
      Activity: 'one activity',
      GoalDefinition: 'one goal',
      GoalPage: 'one goal',
      Tracks: 'the tracks of the country',
    },
  },
)
