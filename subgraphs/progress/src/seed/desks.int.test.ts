import { createHash } from 'node:crypto'
import { brandId, type Id } from '@kompetanse/schema/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ActivityCommand } from '../learning-activity/domain/activity.ts'
import type { GoalCommand } from '../learning-goal/domain/goal.ts'
import { NOON, startTestGraph, type TestGraph } from '../testing/graph.ts'
import { aTrainee, type Crew } from '../testing/world.ts'
import type { Acting } from './surroundings.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await startTestGraph()
})
afterAll(() => graph.stop())

const later = (days: number) => new Date(NOON.getTime() + days * 86_400_000)

/** What is done with the one activity: rejected, sent again, signed. */
const activityStory = ({ trainee, supervisor }: Crew): [Acting, ActivityCommand][] => {
  const send = { name: 'SEND_FOR_SIGNING', signerId: supervisor.personId, comment: null } as const
  return [
    [
      { actor: trainee, now: later(0) },
      { name: 'REGISTER', performedOn: '2026-05-04', comment: 'Tre økter' },
    ],
    [{ actor: trainee, now: later(1) }, send],
    [
      { actor: supervisor, now: later(2) },
      { name: 'REJECT', comment: 'Skriv hvor mange.' },
    ],
    [{ actor: trainee, now: later(3) }, send],
    [
      { actor: supervisor, now: later(4) },
      { name: 'SIGN', comment: 'Fint' },
    ],
  ]
}

/** What is done with the goal after that: approved, and the approval revoked. */
const goalStory = ({ trainee, leader }: Crew): [Acting, GoalCommand][] => {
  return [
    [
      { actor: trainee, now: later(5) },
      { name: 'COMPLETE', completedOn: '2026-05-10', comment: 'Alt gjort' },
    ],
    [
      { actor: trainee, now: later(6) },
      { name: 'SEND_FOR_APPROVAL', approverId: leader.personId },
    ],
    [
      { actor: leader, now: later(7) },
      { name: 'APPROVE', comment: null },
    ],
    [
      { actor: leader, now: later(8) },
      { name: 'REVOKE_APPROVAL', comment: 'En feil' },
    ],
  ]
}

async function atDesks(crew: Crew, goalId: Id<'LearningGoal'>, activityId: Id<'LearningActivity'>) {
  const { atActivityDesk } = await import('./activity-desk.ts')
  const { atGoalDesk } = await import('./goal-desk.ts')
  await atActivityDesk(crew.trainee.personId, async (give) => {
    for (const [acting, command] of activityStory(crew))
      await give(acting, [{ id: activityId }], () => command)
  })
  await atGoalDesk(crew.trainee.personId, [goalId], async (give) => {
    for (const [acting, command] of goalStory(crew)) await give(acting, [goalId], () => command)
  })
}

async function byUseCases(crew: Crew, goalId: Id<'LearningGoal'>, activityId: Id<'LearningActivity'>) {
  const { activityCommands } = await import('../learning-activity/use-cases/commands.ts')
  const { goalCommands } = await import('../learning-goal/use-cases/commands.ts')
  for (const [at, [acting, command]] of activityStory(crew).entries())
    await activityCommands.perform({ id: activityId, expectedVersion: at + 1, command }, acting)
  for (const [at, [acting, command]] of goalStory(crew).entries())
    await goalCommands.perform({ id: goalId, expectedVersion: at + 1, command }, acting)
}

/** Numbers in a journal that is common to all. */
const withoutPositions = (_key: string, value: unknown) => (typeof value === 'bigint' ? undefined : value)

/** All that is kept of it. Ids and digests are numbered as they appear: the two stories' differ. */
async function kept(goalId: Id<'LearningGoal'>, activityId: Id<'LearningActivity'>): Promise<unknown> {
  const db = graph.own.database
  const subjectId = { in: [goalId, activityId] }
  const inTime = { orderBy: { at: 'asc' } } as const
  const all = {
    activity: await db.learningActivity.findUniqueOrThrow({ where: { id: activityId } }),
    goal: await db.learningGoal.findUniqueOrThrow({ where: { id: goalId } }),
    steps: await db.activityHistory.findMany({ where: { activityId }, ...inTime }),
    goalSteps: await db.goalHistory.findMany({ where: { goalId }, ...inTime }),
    records: await db.decisionRecord.findMany({ where: { subjectId }, ...inTime }),
  }
  for (const { content, digest } of all.records)
    expect(createHash('sha256').update(content).digest('hex')).toBe(digest)
  const names = new Map<string, string>()
  const named = (id: string) => names.get(id) ?? names.set(id, `#${names.size}`).get(id) ?? ''
  return JSON.parse(
    JSON.stringify(all, withoutPositions).replace(
      /[0-9a-f]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
      named,
    ),
  )
}

test('a story that is seeded at one go leaves what it leaves when people act one by one', async () => {
  const [seeded, acted] = await Promise.all([aTrainee(graph).withPlan(), aTrainee(graph).withPlan()])
  const own = ({ goals: [goal] }: Crew) =>
    [
      goal?.id ?? brandId<'LearningGoal'>(''),
      goal?.activityIds[0] ?? brandId<'LearningActivity'>(''),
    ] as const
  await atDesks(seeded, ...own(seeded))
  await byUseCases(acted, ...own(acted))
  const left = await kept(...own(seeded))
  expect(left).toMatchObject({ activity: { status: 'SIGNED', version: 6 }, goal: { status: 'WAITING' } })
  expect(left).toEqual(await kept(...own(acted)))
})
