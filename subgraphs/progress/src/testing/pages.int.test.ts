import { partOf } from '@kompetanse/graph/testing'
import { operationsOf } from '@kompetanse/schema/documents/read-documents'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { NOON, startTestGraph, type TestGraph } from './graph.ts'
import { aTrainee, type Crew } from './world.ts'

let graph: TestGraph
beforeAll(async () => void (graph = await startTestGraph()))
afterAll(() => graph.stop())

const PAGES = operationsOf('web')
/** What a page of the web asks of this subgraph. */
const page = (name: string) => partOf(graph.schema, PAGES.get(name) ?? '')

/** A plan whose goals all wait for the leader and whose activities all wait for the supervisor. */
async function waiting(goals: number): Promise<Crew> {
  const crew = await aTrainee(graph).withPlan({ goals })
  const where = { assignedPlanId: crew.assignedPlanId }
  const { database } = graph.own
  await database.learningGoal.updateMany({
    where,
    data: {
      ...{ status: 'WAITING', completedOn: NOON, sentAt: NOON },
      ...{ approverId: crew.leader.personId, approverRole: 'LEADER' },
    },
  })
  await database.learningActivity.updateMany({
    where,
    data: {
      ...{ status: 'WAITING', performedOn: NOON, sentAt: NOON },
      ...{ signerId: crew.supervisor.personId, signerRole: 'SUPERVISOR' },
    },
  })
  return crew
}

type Asker = 'trainee' | 'leader' | 'supervisor' | 'mentor'
type Case = readonly [name: string, asker: Asker, page: string, budget: number]

test.each<Case>([
  ['F044 the plan page of the trainee', 'trainee', 'Plan', 21],
  ['F044 F090 the plan page of the leader', 'leader', 'Plan', 21],
  // More: what was decided of the goals is compared with its records.
  ['F085 F092 the home page of the trainee', 'trainee', 'Home', 8],
  ['F085 F109 the home page of the leader', 'leader', 'Home', 5],
  ['F085 the home page of the supervisor', 'supervisor', 'Home', 5],
  ['F085 the home page of the mentor', 'mentor', 'Home', 5],
])('%s takes as many statements for 100 rows as for one', async (_name, asker, name, budget) => {
  const counts: number[] = []
  for (const rows of [1, 10, 100]) {
    const crew = await waiting(rows)
    const ask = () => graph.ask(crew[asker], page(name), { id: crew.assignedPlanId })
    counts.push((await graph.statements(ask)).length)
  }
  expect(new Set(counts), String(counts)).toHaveLength(1)
  expect(counts[0]).toBe(budget)
})
