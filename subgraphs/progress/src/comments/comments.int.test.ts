import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '@kompetanse/schema/actor-token'
import { goalActs } from '../testing/goals.ts'
import { startTestGraph, type TestGraph } from '../testing/graph.ts'
import { aTrainee, type Crew } from '../testing/world.ts'

let graph: TestGraph
let crew: Crew
let goalId: string
let activityId: string

beforeAll(async () => void (graph = await startTestGraph()))
afterAll(() => graph.stop())
beforeEach(async () => {
  crew = await aTrainee(graph).withPlan()
  goalId = crew.goals[0]?.id ?? ''
  activityId = crew.goals[0]?.activityIds[0] ?? ''
})

const ON_GOAL = `mutation ($input: CommentOnGoalInput!) { commentOnGoal(input: $input) { __typename
  ... on CommentOnGoalSuccess { goal { version } comment { text at by { displayName } } }
  ... on LearningGoalRefused { code current { id } } ... on NotFound { id } } }`
const onGoal = async (actor: Actor, text: string) =>
  (await graph.ask<{ commentOnGoal: object }>(actor, ON_GOAL, { input: { goalId, text } })).commentOnGoal

const ON_ACTIVITY = `mutation ($input: CommentOnActivityInput!) { commentOnActivity(input: $input) { __typename
  ... on CommentOnActivitySuccess { activity { version comments { totalCount } } comment { text } }
  ... on LearningActivityRefused { code current { id } } ... on NotFound { id } } }`
const onActivity = async (actor: Actor, text: string) =>
  (await graph.ask<{ commentOnActivity: object }>(actor, ON_ACTIVITY, { input: { activityId, text } }))
    .commentOnActivity

test('F051 F061 F071 trainee, mentor, leader and supervisor comment on a goal; nobody becomes stale by it', async () => {
  const { trainee, mentor, leader, supervisor } = crew
  for (const actor of [trainee, mentor, leader, supervisor])
    expect(await onGoal(actor, 'Bra progresjon')).toMatchObject({
      __typename: 'CommentOnGoalSuccess',
      goal: { version: 1 },
      comment: { text: 'Bra progresjon', at: '2026-09-15T10:00:00.000Z' },
    })
  const query = `query ($id: ID!) { learningGoal(id: $id) { comments { totalCount edges { node { by { displayName } } } } } }`
  expect(await graph.ask(trainee, query, { id: goalId })).toEqual({
    learningGoal: {
      comments: {
        totalCount: 4,
        edges: ['Ada Solheim', 'Mona Berg', 'Liv Haugen', 'Per Dahl'].map((displayName) => ({
          node: { by: { displayName } },
        })),
      },
    },
  })
})

test('F051 F065 comments on an activity', async () => {
  expect(await onActivity(crew.supervisor, 'Husk kursbevis')).toEqual({
    __typename: 'CommentOnActivitySuccess',
    activity: { version: 1, comments: { totalCount: 1 } },
    comment: { text: 'Husk kursbevis' },
  })
  expect(await onActivity(crew.stranger, 'Hei')).toEqual({ __typename: 'NotFound', id: activityId })
  expect(await onActivity(crew.trainee, ' ')).toEqual({
    __typename: 'LearningActivityRefused',
    code: 'COMMENT_REQUIRED',
    current: { id: activityId },
  })
})

test('F051 10,000 characters, emoji and line breaks stay; control characters and blanks around go', async () => {
  const long = `${'å'.repeat(9_998)}👩‍⚕️`.slice(0, 10_000)
  expect(await onGoal(crew.trainee, long)).toMatchObject({ comment: { text: long.toWellFormed() } })
  expect(await onGoal(crew.trainee, ' \u0000Første\u0007 linje\r\nAndre 👩‍⚕️ linje\u202e ')).toMatchObject({
    comment: { text: 'Første linje\nAndre 👩‍⚕️ linje' },
  })
})

test('F051 a comment that says nothing is refused; who does not see the goal finds none', async () => {
  expect(await onGoal(crew.trainee, '\u0000 \n')).toEqual({
    __typename: 'LearningGoalRefused',
    code: 'COMMENT_REQUIRED',
    current: { id: goalId },
  })
  expect(await onGoal(crew.stranger, 'Hei')).toEqual({ __typename: 'NotFound', id: goalId })
})

test('F051 F107 a comment begins the plan, so that it is not deleted with it', async () => {
  await onGoal(crew.mentor, 'Start her')
  const plan = await graph.own.database.assignedPlan.findUniqueOrThrow({ where: { id: crew.assignedPlanId } })
  expect(plan.begunAt).not.toBeNull()
})

test('F051 also what waits and what is approved is discussed', async () => {
  const { sent, act } = goalActs(graph)
  await sent(crew.trainee, goalId, crew.leader.personId)
  expect(await onGoal(crew.leader, 'Hvor er epikrisen?')).toMatchObject({
    __typename: 'CommentOnGoalSuccess',
  })
  await act(crew.leader, 'approveGoal', { goalId, expectedVersion: 3 })
  expect(await onGoal(crew.trainee, 'Takk!')).toMatchObject({ __typename: 'CommentOnGoalSuccess' })
})
