import { osloDay } from '@kompetanse/calendar/day'
import type { Id } from '@kompetanse/schema/ids'
import { commentOnGoal } from '../comments/use-cases/comment.ts'
import type { GoalCommand } from '../learning-goal/domain/goal.ts'
import { finish } from './activities.ts'
import { atActivityDesk } from './activity-desk.ts'
import { doneGoals } from './backlog.ts'
import { delegateOf } from './delegations.ts'
import { atGoalDesk, type GiveGoals } from './goal-desk.ts'
import { approvedText, commentText, completedText, rejectedText, REVOKED } from './goal-texts.ts'
import { noonOf } from './plans.ts'
import { chance } from '@kompetanse/process/seeding'
import { openGoals, readyDays, type SeedGoal } from './ready-goals.ts'
import type { SeedTrainee } from './trainees.ts'

const DAY = 86_400_000
const later = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY)

/** Makes a trainee's approvals by the portal's own decisions, with a clock that is moved; after the activities. */
export async function seedGoals(trainee: SeedTrainee, now: Date): Promise<void> {
  if (trainee.share === 0) return
  const done = (await doneGoals(trainee)).map(({ id }) => id)
  const days = await readyDays(done)
  await atGoalDesk(trainee.person.id, done, async (give) => {
    for (const { day, ids } of days) {
      const decided = Math.min(
        later(day, 6 + 9 * chance('decided', day.getTime())).getTime(),
        now.getTime() - DAY,
      )
      await approve(trainee, ids, noonOf(new Date(decided)), give)
    }
  })
  await leaveInHand(trainee, now)
}

/** Completed, sent to the leader two days after, and approved at this time. */
async function approve(
  { actor, leader }: SeedTrainee,
  ids: readonly Id<'LearningGoal'>[],
  at: Date,
  give: GiveGoals,
) {
  await give({ actor, now: later(at, -5) }, ids, completed(later(at, -5)))
  await give({ actor, now: later(at, -3) }, ids, sendTo(leader.personId))
  await give({ actor: leader, now: at }, ids, (id) => ({ name: 'APPROVE', comment: approvedText(id) }))
}

/** What waits, with leader and delegate; what was rejected; what is completed and not sent; what is discussed. */
async function leaveInHand(trainee: SeedTrainee, now: Date) {
  const { person, mentor } = trainee
  const [toLeader, toDelegate, rejected, kept, revoked, discussed] = await openGoals(trainee, 6)
  const goals = [toLeader, toDelegate, rejected, kept, revoked].flatMap((goal) => goal ?? [])
  await finishActivities(trainee, goals, later(now, -40))
  const ids = goals.map(({ id }) => id)
  const ago = (days: number) => noonOf(later(now, -days))
  const delegate = await delegateOf(trainee.leader.personId, now)
  await atGoalDesk(person.id, ids, (give) =>
    sendSome(trainee, { toLeader, toDelegate, rejected, revoked, all: ids }, { give, ago, delegate }),
  )
  if (discussed && mentor) {
    await commentOnGoal(discussed.id, commentText(person.id), { actor: mentor, now: ago(7) })
  }
}

type InHand = {
  readonly [name in 'toLeader' | 'toDelegate' | 'rejected' | 'revoked']: SeedGoal | undefined
} & {
  readonly all: readonly Id<'LearningGoal'>[]
}

interface Sending {
  readonly give: GiveGoals
  /** Noon, so many days ago. */
  readonly ago: (days: number) => Date
  readonly delegate: Id<'Person'> | null
}

async function sendSome(trainee: SeedTrainee, goals: InHand, { give, ago, delegate }: Sending) {
  const { actor, leader, person } = trainee
  const { toLeader, toDelegate, rejected, revoked } = goals
  await give({ actor, now: ago(16) }, goals.all, completed(ago(16)))
  const send = (goal: SeedGoal | undefined, approverId: Id<'Person'>, days: number) =>
    give({ actor, now: ago(days) }, goal ? [goal.id] : [], sendTo(approverId))
  await send(toLeader, leader.personId, 1 + Math.floor(11 * chance('waits', person.id)))
  await send(toDelegate, delegate ?? leader.personId, 5)
  await send(rejected, leader.personId, 9)
  if (rejected) await give({ actor: leader, now: ago(4) }, [rejected.id], rejection(person.id))
  if (!revoked || chance('revoked', person.id) >= 0.2) return
  await send(revoked, leader.personId, 12)
  await give({ actor: leader, now: ago(10) }, [revoked.id], () => ({ name: 'APPROVE', comment: null }))
  await give({ actor: leader, now: ago(2) }, [revoked.id], REVOCATION)
}

/** Approved, and the approval cancelled: the goal waits again (F118). */
const REVOCATION = (): GoalCommand => ({ name: 'REVOKE_APPROVAL', comment: REVOKED })

const rejection = (name: string) => (): GoalCommand => ({ name: 'REJECT', comment: rejectedText(name) })

/** A course serves several goals, and is taken once. */
function finishActivities(trainee: SeedTrainee, goals: readonly SeedGoal[], at: Date) {
  const all = goals.flatMap(({ activities }) => activities)
  const once = [...new Map(all.map((activity) => [activity.id, activity])).values()]
  return atActivityDesk(trainee.person.id, (give) => finish(trainee, once, noonOf(at), give))
}

const completed =
  (at: Date) =>
  (id: Id<'LearningGoal'>): GoalCommand => ({
    name: 'COMPLETE',
    completedOn: osloDay(at),
    comment: completedText(id),
  })

const sendTo = (approverId: Id<'Person'>) => (): GoalCommand => ({ name: 'SEND_FOR_APPROVAL', approverId })
