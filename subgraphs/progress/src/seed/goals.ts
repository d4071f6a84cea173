import type { Actor } from '@kompetanse/schema/actor-token'
import { osloDay } from '../clock.ts'
import { commentOnGoal } from '../comments/use-cases/comment-on-goal.ts'
import { database } from '../database.ts'
import type { GoalCommand } from '../learning-goal/domain/goal.ts'
import { performGoalCommands, type CommandInput } from '../learning-goal/use-cases/perform-commands.ts'
import { sendTo } from '../learning-goal/use-cases/send-to.ts'
import { finish } from './activities.ts'
import { doneGoals } from './backlog.ts'
import { delegateOf } from './delegations.ts'
import { approvedText, commentText, completedText, rejectedText, REVOKED } from './goal-texts.ts'
import { noonOf } from './plans.ts'
import { chance } from './random.ts'
import { openGoals, readyDays, type SeedGoal } from './ready-goals.ts'
import type { SeedTrainee } from './trainees.ts'

const DAY = 86_400_000
const later = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY)

/** Makes a trainee's approvals through the use cases themselves, with a clock that is moved; after the activities. */
export async function seedGoals(trainee: SeedTrainee, now: Date): Promise<void> {
  if (trainee.share === 0) return
  const done = await doneGoals(trainee)
  for (const { day, ids } of await readyDays(done.map(({ id }) => id))) {
    const decided = Math.min(
      later(day, 6 + 9 * chance('decided', day.getTime())).getTime(),
      now.getTime() - DAY,
    )
    await approve(trainee, ids, noonOf(new Date(decided)))
  }
  await leaveInHand(trainee, now)
}

/** Completed, sent to the leader two days after, and approved at this time. */
async function approve({ actor, leader }: SeedTrainee, ids: readonly string[], at: Date) {
  await give(actor, ids, completed(later(at, -5)), later(at, -5))
  await give(actor, ids, sendTo(leader.personId), later(at, -3))
  await give(leader, ids, ({ row }) => ({ name: 'APPROVE', comment: approvedText(row.id) }), at)
}

/** What waits, with leader and delegate; what was rejected; what is completed and not sent; what is discussed. */
async function leaveInHand(trainee: SeedTrainee, now: Date) {
  const { person, actor, leader, mentor } = trainee
  const [toLeader, toDelegate, rejected, kept, revoked, discussed] = await openGoals(trainee, 6)
  const goals = [toLeader, toDelegate, rejected, kept, revoked].flatMap((goal) => goal ?? [])
  await finishActivities(trainee, goals, later(now, -40))
  const ago = (days: number) => noonOf(later(now, -days))
  await give(
    actor,
    goals.map(({ id }) => id),
    completed(ago(16)),
    ago(16),
  )
  const delegate = (await delegateOf(leader.personId, now)) ?? leader.personId
  const send = (goal: SeedGoal | undefined, approverId: string, days: number) =>
    give(actor, goal ? [goal.id] : [], sendTo(approverId), ago(days))
  await send(toLeader, leader.personId, 1 + Math.floor(11 * chance('waits', person.id)))
  await send(toDelegate, delegate, 5)
  await send(rejected, leader.personId, 9)
  if (rejected) await give(leader, [rejected.id], rejection(person.id), ago(4))
  if (revoked && chance('revoked', person.id) < 0.2) await revoke(trainee, revoked.id, ago)
  if (discussed && mentor) {
    const said = { goalId: discussed.id, text: commentText(person.id) }
    await commentOnGoal(said, { actor: mentor, now: ago(7) })
  }
}

const rejection = (name: string) => (): GoalCommand => ({ name: 'REJECT', comment: rejectedText(name) })

/** Approved, and the approval cancelled: the goal waits again (F118). */
async function revoke({ actor, leader }: SeedTrainee, id: string, ago: (days: number) => Date) {
  await give(actor, [id], sendTo(leader.personId), ago(12))
  await give(leader, [id], () => ({ name: 'APPROVE', comment: null }), ago(10))
  await give(leader, [id], () => ({ name: 'REVOKE_APPROVAL', comment: REVOKED }), ago(2))
}

/** A course serves several goals, and is taken once. */
function finishActivities(trainee: SeedTrainee, goals: readonly SeedGoal[], at: Date) {
  const all = goals.flatMap(({ activities }) => activities)
  const once = [...new Map(all.map((activity) => [activity.id, activity])).values()]
  return finish(trainee, once, noonOf(at), new Map())
}

const completed =
  (at: Date): CommandInput =>
  ({ row }) => ({ name: 'COMPLETE', completedOn: osloDay(at), comment: completedText(row.id) })

/** Gives a command as this actor at that time. Throws when one is refused: a demo that lies is worse than none. */
async function give(actor: Actor, ids: readonly string[], command: CommandInput, now: Date): Promise<void> {
  if (ids.length === 0) return
  const rows = await database.learningGoal.findMany({ where: { id: { in: [...ids] } } })
  const goals = rows.map(({ id, version }) => ({ goalId: id, expectedVersion: version }))
  for (const outcome of await performGoalCommands(goals, command, { actor, now }))
    if (outcome.kind !== 'done') throw new Error(`seeding a goal ended in ${JSON.stringify(outcome)}`)
}
