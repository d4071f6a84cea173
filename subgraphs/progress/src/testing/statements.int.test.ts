import { statementTests, type Rows } from '@kompetanse/graph/testing/statements'
import { NOON, startTestGraph, type TestGraph } from './graph.ts'
import { aTrainee, relate, type Crew } from './world.ts'

/** What waits: all goals of the plan for the leader, and all activities. */
async function waiting({ database }: TestGraph['own'], crew: Crew): Promise<void> {
  const { assignedPlanId, leader } = crew
  const [where, { personId }] = [{ assignedPlanId }, leader]
  const sent = { status: 'WAITING' as const, sentAt: NOON }
  const goal = { ...sent, completedOn: NOON, approverId: personId, approverRole: 'LEADER' as const }
  const activity = { ...sent, performedOn: NOON, signerId: personId, signerRole: 'LEADER' as const }
  await database.learningGoal.updateMany({ where, data: goal })
  await database.learningActivity.updateMany({ where, data: activity })
}

/** A leader, who is a mentor too, with as many trainees; the first has a plan with as many goals of as many activities. */
async function rowsOf(graph: TestGraph, amount: number): Promise<Rows> {
  const plan = { goals: amount, activities: Array.from({ length: amount }, () => 'SIGNED' as const) }
  const crew = await aTrainee(graph).withPlan(plan)
  const { leader, trainee, goals } = crew
  await waiting(graph.own, crew)
  const traineeIds = [trainee.personId]
  for (let at = 1; at < amount; at += 1) {
    const other = await aTrainee(graph).withPlan()
    await relate('LEADER', other.trainee.personId, leader.personId)
    traineeIds.push(other.trainee.personId)
  }
  for (const id of traineeIds) await relate('MENTOR', id, leader.personId)
  const [first] = goals
  const plans = await graph.own.database.assignedPlan.findMany({
    where: { traineeId: { in: traineeIds } },
    select: { id: true },
  })
  return {
    actor: leader,
    actors: { MyPlans: trainee },
    variables: {
      ...{ id: first?.id, goalId: first?.id, 'Plan.id': crew.assignedPlanId, 'Trainee.id': trainee.personId },
      ...{
        'Activity.id': first?.activityIds[0],
        'LastActivityStep.id': first?.activityIds[0],
        'ActivityBasis.id': first?.activityIds[0],
      },
      ...{ tab: 'WAITING', scope: 'MINE', 'Overview.scope': 'LED', traineeId: trainee.personId },
      ...{ search: 'tilstand', text: 'Solheim', own: true, led: true, standIn: true },
      ...{ mentored: true, administered: true, curriculum: true },
    },
    keys: {
      Trainee: traineeIds.map((id) => ({ id })),
      LearningGoal: goals.map(({ id }) => ({ id })),
      LearningActivity: goals.flatMap(({ activityIds }) => activityIds.map((id) => ({ id }))),
      AssignedPlan: plans,
    },
  }
}

statementTests(
  'progress',
  async () => {
    const graph = await startTestGraph()
    return {
      one: await rowsOf(graph, 1),
      many: await rowsOf(graph, 9),
      ask: graph.ask,
      statements: async (work) => (await graph.statements(work)).length,
      stop: graph.stop,
    }
  },
  {
    budgets: {
      Activity: 10,
      ActivityBasis: 1,
      ApprovalQueuePage: 7,
      ApproverChoices: 2,
      Conversation: 1,
      GoalNeighbours: 1,
      GoalPage: 10,
      GoalSummary: 1,
      Home: 5,
      LastActivityStep: 1,
      LastGoalStep: 1,
      Mentees: 1,
      MyPlans: 6,
      Overview: 1,
      Plan: 21,
      PlanGoalSearch: 2,
      Search: 4,
      SigningQueuePage: 5,
      Trainee: 14,
      Viewer: 4,
    },
    alike: {
      Activity: 'one activity',
      ActivityBasis: 'one activity',
      ApproverChoices: 'the leaders of one trainee, and their delegates',
      LastActivityStep: 'the last step alone',
      LastGoalStep: 'the last step alone',
      MyPlans: 'the plans of one trainee',
      Trainee: 'the plans of one trainee',
      Viewer: 'counts',
    },
  },
)
