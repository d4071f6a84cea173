import { onGoalsAssessed } from '../recommendation/consume.ts'
import { activityActs } from './activities.ts'
import { goalActs } from './goals.ts'
import { NOON, type TestGraph } from './graph.ts'
import type { Crew } from './world.ts'

/** Approves a goal with its activity signed, and with a word, a file and a recommendation of each. */
export async function approved(graph: TestGraph, crew: Crew, goalId: string): Promise<void> {
  const [goals, activities] = [goalActs(graph), activityActs(graph)]
  const { trainee, supervisor, leader, mentor } = crew
  const activityId = crew.goals.find(({ id }) => id === goalId)?.activityIds[0] ?? ''
  const attach = async (subject: object, name: string) =>
    graph.ask(
      trainee,
      `mutation ($input: ${name}Input!) { ${name[0]?.toLowerCase()}${name.slice(1)}(input: $input) { __typename } }`,
      {
        input: { ...subject, uploadId: await goals.uploaded(trainee) },
      },
    )
  await attach({ activityId, expectedVersion: 1 }, 'AttachToActivity')
  await attach({ goalId, expectedVersion: await goals.versionOf(goalId) }, 'AttachToGoal')
  const comment = (name: string, subject: object) =>
    graph.ask(
      trainee,
      `mutation ($input: ${name}Input!) { ${name[0]?.toLowerCase()}${name.slice(1)}(input: $input) { __typename } }`,
      {
        input: { ...subject, text: 'Sett' },
      },
    )
  await comment('CommentOnActivity', { activityId })
  await comment('CommentOnGoal', { goalId })
  await activities.sent(trainee, activityId, supervisor.personId)
  await activities.act(supervisor, 'signActivity', { activityId })
  await onGoalsAssessed({
    ...{ conversationId: crypto.randomUUID(), traineeId: trainee.personId, byId: mentor.personId },
    ...{ at: NOON.toISOString(), goals: [{ goalId, recommended: true }], version: 4 },
  })
  await goals.sent(trainee, goalId, leader.personId)
  await goals.act(leader, 'approveGoal', { goalId })
}
