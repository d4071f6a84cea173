import { forgetVersions } from '@kompetanse/events'
import type { Actor } from '@kompetanse/schema/actor-token'
import type { GoalsAssessedEvent } from '@kompetanse/schema/events/supervision'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { copies } from '../copies.ts'
import { pool } from '../database.ts'
import { goalActs } from '../testing/goals.ts'
import { startTestGraph, type TestGraph } from '../testing/graph.ts'
import { aTrainee, type Crew } from '../testing/world.ts'
import { onGoalsAssessed } from './persistence/consume.ts'

let graph: TestGraph
let crew: Crew
let goalId: string

beforeAll(async () => void (graph = await startTestGraph()))
afterAll(() => graph.stop())
beforeEach(async () => {
  crew = await aTrainee(graph).withPlan({ goals: 2 })
  goalId = crew.goals[0]?.id ?? ''
})

const AUTUMN = '2026-09-10T12:00:00.000Z'
const said = (recommended: boolean, rest: Partial<GoalsAssessedEvent> = {}): GoalsAssessedEvent => ({
  ...{ conversationId: crypto.randomUUID(), traineeId: crew.trainee.personId, byId: crew.mentor.personId },
  ...{ at: AUTUMN, goals: [{ goalId, recommended }], version: 4, ...rest },
})

interface Basis {
  readonly contentDigest: string
  readonly recommendations: readonly { by: { id: string }; recommended: boolean; at: string }[]
}

const basisFor = async (actor: Actor, id = goalId) => {
  const query = `query ($id: ID!) { learningGoal(id: $id) {
    approvalBasis { contentDigest recommendations { by { id } recommended at } } } }`
  const { learningGoal } = await graph.ask<{ learningGoal: { approvalBasis: Basis } | null }>(actor, query, {
    id,
  })
  return learningGoal?.approvalBasis
}

describe('B03 what the mentor said of a goal in a finalised conversation', () => {
  test('is in the approval basis for all who see the goal, and for nobody else', async () => {
    await onGoalsAssessed(said(true))
    const recommendations = [{ by: { id: crew.mentor.personId }, recommended: true, at: AUTUMN }]
    for (const actor of [crew.trainee, crew.leader, crew.mentor])
      expect(await basisFor(actor)).toMatchObject({ recommendations })
    expect(await basisFor((await aTrainee(graph).withPlan()).leader)).toBeUndefined()
    expect(await basisFor(crew.leader, crew.goals[1]?.id)).toMatchObject({ recommendations: [] })
  })

  test('is the last word of each, told twice it is one, and an older one comes too late', async () => {
    const first = said(true)
    await onGoalsAssessed(first)
    const later = '2026-09-12T12:00:00.000Z'
    await onGoalsAssessed(said(false, { at: later }))
    await onGoalsAssessed(first)
    expect((await basisFor(crew.leader))?.recommendations).toEqual([
      { by: { id: crew.mentor.personId }, recommended: false, at: later },
    ])
    await onGoalsAssessed({ ...first, version: 3, goals: [{ goalId, recommended: false }] })
    const kept = await graph.own.database.recommendation.findMany({ where: { goalId } })
    expect(kept.map(({ recommended, version }) => ({ recommended, version }))).toEqual(
      expect.arrayContaining([
        { recommended: true, version: 4 },
        { recommended: false, version: 4 },
      ]),
    )
    expect(kept).toHaveLength(2)
  })

  test('is part of what is signed: who has not seen it gets StaleVersion, and the digest is another', async () => {
    const acts = goalActs(graph)
    await acts.sent(crew.trainee, goalId, crew.leader.personId)
    const expectedVersion = await acts.versionOf(goalId)
    const before = await basisFor(crew.leader)
    const message = said(true)
    await onGoalsAssessed(message)
    expect((await basisFor(crew.leader))?.contentDigest).not.toBe(before?.contentDigest)
    expect(await acts.act(crew.leader, 'approveGoal', { goalId, expectedVersion })).toMatchObject({
      __typename: 'StaleVersion',
    })
    const seen = await acts.versionOf(goalId)
    await onGoalsAssessed(message)
    await forgetVersions(pool, copies)
    await onGoalsAssessed(message)
    expect(await graph.own.database.recommendation.count({ where: { goalId, version: 0 } })).toBe(0)
    expect(await acts.act(crew.leader, 'approveGoal', { goalId, expectedVersion: seen })).toMatchObject({
      __typename: 'ApproveGoalSuccess',
    })
    // An approved goal stands as it was signed; what is said later is shown beside it.
    await onGoalsAssessed(said(false, { at: '2026-09-14T12:00:00.000Z' }))
    expect(await acts.versionOf(goalId)).toBe(seen + 1)
  })

  test('of a goal that is not the trainee’s, or of none, is left out', async () => {
    const other = await aTrainee(graph).withPlan()
    const goals = [other.goals[0]?.id ?? '', crypto.randomUUID(), goalId].map((id) => ({
      ...{ goalId: id, recommended: true },
    }))
    await onGoalsAssessed(said(true, { goals }))
    expect(await basisFor(other.leader, other.goals[0]?.id)).toMatchObject({ recommendations: [] })
    expect((await basisFor(crew.leader))?.recommendations).toHaveLength(1)
  })

  test('F108 goes with a begun plan that support deletes', async () => {
    await onGoalsAssessed(said(true))
    const { database } = graph.own
    const { deletePlan, snapshotOf } = await import('../assigned-plan/persistence/delete-plan.ts')
    const deletion = {
      assignedPlanId: crew.assignedPlanId,
      planTemplateId: crew.planTemplateId,
      at: new Date(AUTUMN),
    }
    await database.$transaction(async (tx) => {
      await tx.planHistory.create({
        data: {
          ...{ ...deletion, traineeId: crew.trainee.personId, byId: crew.leader.personId },
          ...{ command: 'DELETE_BEGUN', reason: 'Feil person' },
          content: await snapshotOf(tx, crew.assignedPlanId),
        },
      })
      await deletePlan(tx, crew.assignedPlanId)
    })
    expect(await database.recommendation.count({ where: { goalId } })).toBe(0)
  })
})
