import type { Sample } from '@kompetanse/graph/testing'
import { schema } from '../schema.ts'
import { activityActs } from './activities.ts'
import { goalActs } from './goals.ts'
import { NOON, type TestGraph } from './graph.ts'
import { aTrainee } from './world.ts'

const mutation = (name: string) =>
  `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { __typename } }`

/** A trainee with a plan of which something waits and something is decided: as the leader sees it, and the trainee. */
export async function samplesOf(graph: TestGraph): Promise<readonly Sample[]> {
  const crew = await aTrainee(graph).withPlan({ goals: 3, activities: ['SIGNED', 'SIGNED'] })
  const { trainee, leader, mentor } = crew
  const [goal, waiting] = crew.goals
  const [goalId = '', activityId = '', waitingActivityId = ''] = [goal?.id, ...(goal?.activityIds ?? [])]
  const activities = activityActs(graph)
  const goals = goalActs(graph)
  for (const id of [activityId, waitingActivityId]) await activities.sent(trainee, id, leader.personId)
  await activities.act(leader, 'signActivity', { activityId, comment: 'Fint' })
  const attach = { uploadId: await goals.uploaded(trainee), goalId }
  await graph.ask(trainee, mutation('attachToGoal'), {
    input: { ...attach, expectedVersion: await goals.versionOf(goalId) },
  })
  await goals.sent(trainee, goalId, leader.personId)
  await goals.act(leader, 'approveGoal', { goalId, comment: 'Fint' })
  await goals.sent(trainee, waiting?.id ?? '', leader.personId)
  await graph.ask(trainee, mutation('commentOnActivity'), { input: { activityId, text: 'Hei' } })
  const delegate = { delegateId: mentor.personId, validFrom: '2026-09-15', guideline: 'Se dokument 12.' }
  await graph.ask(leader, mutation('addDelegate'), { input: delegate })
  const known = {
    ...{ goalId, activityId, assignedPlanId: crew.assignedPlanId, traineeId: trainee.personId },
    ...{ traineeIds: trainee.personId, planTemplateIds: crew.planTemplateId },
    ...{ planTemplateId: crew.planTemplateId, signerId: leader.personId, approverId: leader.personId },
    ...{ 'Query.learningGoal.id': goalId, 'Query.learningActivity.id': activityId, tab: 'WAITING' },
    ...{ 'Query.assignedPlan.id': crew.assignedPlanId, 'VersionedId.id': waitingActivityId },
    Trainee: { id: trainee.personId },
  }
  return [leader, trainee].map((actor) => ({ schema, actor, now: NOON, known }))
}
