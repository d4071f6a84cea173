import { randomUUID } from 'node:crypto'
import { commandOf, type Sampled } from '@kompetanse/graph/testing'
import { onGoalsAssessed } from '../recommendation/persistence/consume.ts'
import { schema } from '../schema.ts'
import { activityActs } from './activities.ts'
import { goalActs } from './goals.ts'
import { NOON, type TestGraph } from './graph.ts'
import { aTrainee, colleague } from './world.ts'

/** A trainee with a plan of which something waits and something is decided: as the leader sees it, and the trainee. */
export async function samplesOf(graph: TestGraph): Promise<Sampled['samples']> {
  const crew = await aTrainee(graph).withPlan({
    goals: 3,
    activities: ['SIGNED', 'SIGNED', 'SIGNED', 'SELF_REGISTERED'],
  })
  const { trainee, leader, mentor } = crew
  const [goal, waiting] = crew.goals
  const [activityId = '', waits = '', rejected = '', fulfilled = ''] = goal?.activityIds ?? []
  const goalId = goal?.id ?? ''
  const activities = activityActs(graph)
  const goals = goalActs(graph)
  for (const id of [activityId, waits, rejected]) await activities.sent(trainee, id, leader.personId)
  await activities.act(leader, 'signActivity', { activityId, comment: 'Fint' })
  await activities.act(leader, 'rejectActivity', { activityId: rejected, comment: 'Mangler dato' })
  const done = { activityId: fulfilled, performedOn: '2026-09-01', comment: 'Fra før' }
  await activities.act(leader, 'markActivityFulfilled', done)
  await onGoalsAssessed({
    ...{ conversationId: randomUUID(), traineeId: trainee.personId, byId: mentor.personId },
    ...{ at: NOON.toISOString(), version: 1, goals: [{ goalId, recommended: true }] },
  })
  const attach = { uploadId: await goals.uploaded(trainee), goalId }
  await graph.ask(trainee, commandOf('attachToGoal'), {
    input: { ...attach, expectedVersion: await goals.versionOf(goalId) },
  })
  await goals.sent(trainee, goalId, leader.personId)
  await goals.act(leader, 'approveGoal', { goalId, comment: 'Fint' })
  await goals.sent(trainee, waiting?.id ?? '', leader.personId)
  await graph.ask(trainee, commandOf('commentOnActivity'), { input: { activityId, text: 'Hei' } })
  const { personId: delegateId } = await colleague(trainee, 'Dina Lie')
  const delegate = { delegateId, startsOn: '2026-09-15', guideline: 'Se dokument 12.' }
  await graph.ask(leader, commandOf('addDelegate'), { input: delegate })
  const { database } = graph.own
  const { unitId } = await database.person.findUniqueOrThrow({ where: { id: trainee.personId } })
  const { id: delegationId } = await database.delegation.findFirstOrThrow({ where: { delegateId } })
  const { id: attachmentId } = await database.attachment.findFirstOrThrow({ where: { goalId } })
  const known = {
    ...{ delegationId, attachmentId, uploadId: attachmentId },
    ...{ goalId, activityId, assignedPlanId: crew.assignedPlanId, traineeId: trainee.personId },
    ...{ unitIds: unitId, traineeIds: trainee.personId, planTemplateIds: crew.planTemplateId },
    ...{ planTemplateId: crew.planTemplateId, signerId: leader.personId, approverId: leader.personId },
    ...{ 'Query.learningGoal.id': goalId, 'Query.learningActivity.id': activityId, tab: 'WAITING' },
    ...{ 'Query.assignedPlan.id': crew.assignedPlanId, 'VersionedId.id': waits },
    Trainee: { id: trainee.personId },
  }
  const shared = { schema, now: NOON, known }
  return [
    { ...shared, actor: leader },
    { ...shared, actor: trainee },
  ]
}
