/** A training record in which somebody has written in every field that can be written in. */
import type { Actor } from '@kompetanse/schema/actor-token'
import type { Id } from '@kompetanse/schema/ids'
import { activityActs } from './activities.ts'
import { goalActs } from './goals.ts'
import type { TestGraph } from './graph.ts'
import { aTrainee, somebody, type Crew } from './world.ts'

export interface FullRecord {
  readonly crew: Crew
  /** Asked to sign the first activity, and signed it; nothing else to the trainee. */
  readonly signer: Actor
  /** Asked to approve the second goal. */
  readonly delegate: Actor
  readonly goalIds: readonly string[]
  readonly activityIds: readonly string[]
  readonly attachmentIds: readonly Id<'Attachment'>[]
}

/** Each text names its item between guillemets: `«goal 1»`, `«activity 3»`; the supervisor's own comment is `«supervisor»`. */
const word = (item: string) => `«${item}»`

const COMMENT_ON = (what: 'Goal' | 'Activity') =>
  `mutation ($input: CommentOn${what}Input!) { commentOn${what}(input: $input) { __typename } }`

export async function aFullRecord(graph: TestGraph): Promise<FullRecord> {
  const crew = await aTrainee(graph).withPlan({ goals: 2, activities: ['SIGNED', 'SIGNED', 'SIGNED'] })
  const [signer, delegate] = [await somebody('Sigrid Moe'), await somebody('Dina Lie')]
  const goalIds = crew.goals.map(({ id }) => id)
  const activityIds = crew.goals.flatMap((goal) => goal.activityIds)
  // First: nothing is attached to what is signed.
  const attachmentIds = await attachEverywhere(graph, crew.trainee, { goalIds, activityIds })
  await writeActivities(graph, crew, { signer, activityIds })
  await nameDelegate(graph, crew, delegate)
  await writeGoals(graph, crew, { delegate, goalIds })
  const comment = (by: Actor, input: { goalId?: string; activityId?: string; text: string }) =>
    graph.ask<object>(by, COMMENT_ON('goalId' in input ? 'Goal' : 'Activity'), { input })
  for (const [at, goalId] of goalIds.entries())
    await comment(crew.mentor, { goalId, text: word(`goal ${at + 1}`) })
  for (const [at, activityId] of activityIds.entries())
    await comment(crew.mentor, { activityId, text: word(`activity ${at + 1}`) })
  await comment(crew.supervisor, { goalId: goalIds[0] ?? '', text: word('supervisor') })
  return { crew, signer, delegate, goalIds, activityIds, attachmentIds }
}

/** The first is signed, the second rejected, the third fulfilled; those of the second goal are registered alone. */
async function writeActivities(
  graph: TestGraph,
  { trainee, leader }: Crew,
  { signer, activityIds }: { signer: Actor; activityIds: readonly string[] },
) {
  const { act } = activityActs(graph)
  const { database } = graph.own
  for (const [at, activityId] of activityIds.entries()) {
    const comment = word(`activity ${at + 1}`)
    await act(trainee, 'registerLearningActivity', { activityId, performedOn: '2026-09-01', comment })
  }
  const [first = '', second = '', third = ''] = activityIds
  for (const [activityId, decide] of [
    [first, 'signActivity'],
    [second, 'rejectActivity'],
  ] as const) {
    const { personId } = activityId === first ? signer : leader
    await act(trainee, 'sendActivityForSigning', { activityId, signerId: leader.personId })
    await database.learningActivity.update({ where: { id: activityId }, data: { signerId: personId } })
    const comment = word(activityId === first ? 'activity 1' : 'activity 2')
    await act(activityId === first ? signer : leader, decide, { activityId, comment })
  }
  const fulfilled = { performedOn: '2026-09-01', comment: word('activity 3') }
  await act(leader, 'markActivityFulfilled', { activityId: third, ...fulfilled })
}

async function nameDelegate(graph: TestGraph, { leader }: Crew, delegate: Actor) {
  const named = { leaderId: leader.personId, delegateId: delegate.personId, guideline: 'Etter møte.' }
  await graph.own.database.delegation.create({ data: { ...named, validFrom: new Date('2026-09-01') } })
}

/** The first is rejected by the leader, the second waits for the delegate. */
async function writeGoals(
  graph: TestGraph,
  { trainee, leader }: Crew,
  { delegate, goalIds }: { delegate: Actor; goalIds: readonly string[] },
) {
  const { act } = goalActs(graph)
  for (const [at, goalId] of goalIds.entries()) {
    const comment = word(`goal ${at + 1}`)
    await act(trainee, 'completeGoal', { goalId, completedOn: '2026-09-01', comment })
    const { personId: approverId } = at === 0 ? leader : delegate
    await act(trainee, 'sendGoalForApproval', { goalId, approverId })
  }
  await act(leader, 'rejectGoal', { goalId: goalIds[0] ?? '', comment: word('goal 1') })
}

async function attachEverywhere(
  graph: TestGraph,
  trainee: Actor,
  { goalIds, activityIds }: Pick<FullRecord, 'goalIds' | 'activityIds'>,
): Promise<readonly Id<'Attachment'>[]> {
  const attach = async (item: string, to: { goalId: string } | { activityId: string }) => {
    const id = await goalActs(graph).uploaded(trainee, `${word(item)}.pdf`)
    await graph.own.database.attachment.update({ where: { id }, data: { ...to, attachedAt: new Date() } })
    return id
  }
  return Promise.all([
    ...goalIds.map((goalId, at) => attach(`goal ${at + 1}`, { goalId })),
    ...activityIds.map((activityId, at) => attach(`activity ${at + 1}`, { activityId })),
  ])
}
