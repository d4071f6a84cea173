import { commandOf } from '@kompetanse/graph/testing'
import { onGoalsAssessed } from '../recommendation/persistence/consume.ts'
import { activityActs } from './activities.ts'
import { goalActs } from './goals.ts'
import { NOON, type TestGraph } from './graph.ts'
import type { Crew } from './world.ts'

/**
 * A goal that is approved, with its activities signed, and with words, files and a recommendation of its own. Where it has a
 * second activity that lapses, the deputy decides for the leader.
 */
export async function approved(graph: TestGraph, crew: Crew, goalId: string): Promise<void> {
  const [goals, activities] = [goalActs(graph), activityActs(graph)]
  const { trainee, supervisor, leader, deputy, mentor } = crew
  const at = crew.goals.findIndex(({ id }) => id === goalId)
  const [activityId = '', lapsing] = crew.goals[at]?.activityIds ?? []
  const version = () => goals.versionOf(goalId)
  const uploaded = () => goals.uploaded(trainee)
  await say(graph, crew, 'attachToActivity', { activityId, uploadId: await uploaded(), expectedVersion: 1 })
  const attachmentId = await uploaded()
  for (const uploadId of [await uploaded(), attachmentId])
    await say(graph, crew, 'attachToGoal', { goalId, uploadId, expectedVersion: await version() })
  await say(graph, crew, 'removeGoalAttachment', { goalId, attachmentId, expectedVersion: await version() })
  await say(graph, crew, 'commentOnActivity', { activityId, text: `Aktivitet ${activityId}` })
  await say(graph, crew, 'commentOnGoal', { goalId, text: `Mål ${goalId}` })
  await activities.sent(trainee, activityId, supervisor.personId)
  await activities.act(supervisor, 'signActivity', { activityId })
  if (lapsing) {
    await activities.sent(trainee, lapsing, leader.personId)
    await activities.act(deputy, 'signActivity', { activityId: lapsing, comment: 'Godt gjort' })
  }
  await onGoalsAssessed({
    ...{ conversationId: crypto.randomUUID(), traineeId: trainee.personId, byId: mentor.personId },
    ...{ at: NOON.toISOString(), goals: [{ goalId, recommended: true }], version: 4 + at },
  })
  await goals.sent(trainee, goalId, leader.personId)
  await goals.act(lapsing ? deputy : leader, 'approveGoal', { goalId, comment: 'Godt gjort' })
}

async function say({ ask }: TestGraph, { trainee }: Crew, command: string, input: object): Promise<void> {
  const { answer } = await ask<{ answer: { __typename: string } }>(trainee, commandOf(command), { input })
  if (!answer.__typename.endsWith('Success')) throw new Error(`${command}: ${JSON.stringify(answer)}`)
}
