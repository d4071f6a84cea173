import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deletePlan, snapshotOf } from '../assigned-plan/persistence/delete-plan.ts'
import type { Tx } from '../database.ts'
import type { Prisma } from '../generated/db/client.ts'
import { approved } from './approved.ts'
import { NOON, startTestGraph, type TestGraph } from './graph.ts'
import { aTrainee, type Crew } from './world.ts'

let graph: TestGraph
let crew: Crew

beforeAll(async () => {
  graph = await startTestGraph()
  crew = await aTrainee(graph).withPlan()
  await approved(graph, crew, crew.goals[0]?.id ?? '')
})
afterAll(() => graph.stop())

type Json = Prisma.InputJsonValue
type Row = Record<string, unknown>
const UNDO = new Error('it would be committed')

/** Whether the plan could be deleted under such a log; nothing is. */
async function isDeletable(log: (content: Row) => unknown, remove = deletePlan): Promise<boolean> {
  const { assignedPlanId, planTemplateId, trainee, leader } = crew
  const entry = {
    assignedPlanId,
    planTemplateId,
    traineeId: trainee.personId,
    byId: leader.personId,
    at: NOON,
  }
  const deleting = graph.own.database.$transaction(async (tx: Tx) => {
    const content = log((await snapshotOf(tx, assignedPlanId)) as Row) as Json
    await tx.planHistory.create({ data: { ...entry, command: 'DELETE_BEGUN', reason: 'Feil plan', content } })
    await remove(tx, assignedPlanId)
    await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`
    throw UNDO
  })
  return deleting.catch((error: unknown) => error === UNDO)
}

/** Every row of a log: the plan, its goals and activities, and what hangs on each. */
function rowsOf(content: Row): Row[] {
  const below = Object.values(content).flatMap((value): Row[] =>
    Array.isArray(value) ? (value as Row[]) : value && typeof value === 'object' ? [value as Row] : [],
  )
  return below.flatMap((row) => [row, ...rowsOf(row)])
}

const bare = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).flatMap(([key, value]): [string, unknown][] => {
      if (Array.isArray(value)) return [[key, (value as Row[]).map(bare)]]
      return key === 'id' || key === 'goalId' ? [[key, value]] : []
    }),
  )

describe('F108 a begun plan is deleted under a true log of it', () => {
  test('as it is, it may', async () => {
    expect(await isDeletable((content) => content)).toBe(true)
  })

  test.each<[string, (content: Row) => unknown]>([
    ['nothing', () => ({})],
    ['a list', (content) => [content]],
    ['text', (content) => JSON.stringify(content)],
    [
      'ids alone',
      ({ plan, goals, activities }) => ({
        plan,
        goals: (goals as Row[]).map(bare),
        activities: (activities as Row[]).map(bare),
      }),
    ],
  ])('not under %s', async (_, log) => {
    expect(await isDeletable(log)).toBe(false)
  })

  test('nor without a row, or with another value in one, whichever it is', async () => {
    const whole = (await graph.own.database.$transaction((tx) => snapshotOf(tx, crew.assignedPlanId))) as Row
    const rows = rowsOf(whole)
    expect(rows.length).toBeGreaterThan(15)
    const wrong: string[] = []
    for (const [at, row] of rows.entries())
      for (const key of Object.keys(row).filter((each) => !Array.isArray(row[each]))) {
        const log = (content: Row) => {
          const told = rowsOf(content)[at]
          if (told) told[key] = told[key] === null ? 'x' : null
          return content
        }
        if (await isDeletable(log)) wrong.push(`${at} ${key}`)
      }
    expect(wrong).toEqual([])
  }, 60_000)

  test('nor when the plan is still there at the commit', async () => {
    const rest = async (tx: Tx) => {
      await tx.comment.deleteMany({ where: { goal: { assignedPlanId: crew.assignedPlanId } } })
    }
    expect(await isDeletable((content) => content, rest)).toBe(false)
  })
})
