import { osloDay } from '@kompetanse/calendar/day'
import type { Actor } from '@kompetanse/schema/actor-token'
import type { ActivityCommand } from '../learning-activity/domain/activity.ts'
import { atActivityDesk, type GiveActivities } from './activity-desk.ts'
import { backlogOf, type SeedActivity } from './backlog.ts'
import { noonOf } from './plans.ts'
import { chance, choose } from '@kompetanse/process/seeding'
import { performedText, REJECTIONS, signedText, studiedText } from './texts.ts'
import type { SeedTrainee } from './trainees.ts'

const DAY = 86_400_000
/** Into how many sittings the years behind are pressed. */
const SITTINGS = 4
/** What waits: for how many days, at whose desk, and how likely it is that it was rejected. */
const DESKS = [
  { days: 12, desk: 'LEADER', rejected: 0 },
  { days: 8, desk: 'FIRST', rejected: 0 },
  { days: 6, desk: 'LEADER', rejected: 0.3 },
  { days: 4, desk: 'NEXT', rejected: 0.3 },
  { days: 3, desk: 'FIRST', rejected: 0 },
  { days: 1, desk: 'LEADER', rejected: 0 },
  { days: 0, desk: 'FIRST', rejected: 0 },
] as const

/** Makes a trainee's years of activities by the portal's own decisions, with a clock that is moved. */
export async function seedActivities(trainee: SeedTrainee, now: Date): Promise<void> {
  const { done, current } = await backlogOf(trainee)
  const from =
    Math.max(trainee.since.getTime(), ...done.map(({ assignedAt }) => assignedAt.getTime())) + 14 * DAY
  const until = now.getTime() - 20 * DAY
  const size = Math.ceil(done.length / SITTINGS)
  await atActivityDesk(trainee.person.id, async (give) => {
    for (let sitting = 0; sitting < SITTINGS && from < until; sitting += 1) {
      const at = new Date(from + ((until - from) * (sitting + 0.5)) / SITTINGS)
      await finish(trainee, done.slice(sitting * size, (sitting + 1) * size), noonOf(at), give)
    }
    await leaveInHand(trainee, current, now, give)
  })
}

/** Registers, sends and has signed what needs it; registers or credits the rest. */
export async function finish(
  trainee: SeedTrainee,
  activities: readonly SeedActivity[],
  at: Date,
  give: GiveActivities,
) {
  const courses = activities.filter(({ kind }) => kind === 'COURSE')
  const others = activities.filter(({ kind }) => kind !== 'COURSE')
  const credit = (): ActivityCommand => ({
    name: 'MARK_FULFILLED',
    performedOn: osloDay(at),
    comment: 'Kursbevis vist fram.',
  })
  await give({ actor: trainee.leader, now: at }, courses, credit)
  await give({ actor: trainee.actor, now: at }, others, (activity) => registered(activity, at))
  const toSign = others.filter(bySignature)
  const signer = choose(signersOf(trainee), trainee.person.id, at.getTime())
  const send = sentTo(signer)
  await give({ actor: trainee.actor, now: later(at, 1) }, toSign, send)
  const sign = ({ id }: SeedActivity): ActivityCommand => ({ name: 'SIGN', comment: signedText(id) })
  const signedAt = later(at, 2 + Math.floor(9 * chance('signed', at.getTime())))
  await give({ actor: signer, now: signedAt }, toSign, sign)
}

/** Leaves some registered, most waiting for different lengths of time, and now and then one rejected. */
async function leaveInHand(
  trainee: SeedTrainee,
  current: readonly SeedActivity[],
  now: Date,
  give: GiveActivities,
) {
  if (trainee.share === 0) return
  await give({ actor: trainee.actor, now: later(now, -14) }, current, (activity) =>
    registered(activity, later(now, -14)),
  )
  const [first, next = first] = signersOf(trainee)
  const desks = { LEADER: trainee.leader, FIRST: first, NEXT: next }
  for (const [index, { days, desk, rejected }] of DESKS.entries()) {
    const one = current.slice(index, index + 1)
    const signer = desks[desk] as Actor
    await give({ actor: trainee.actor, now: later(now, -days) }, one, sentTo(signer))
    const reject = (): ActivityCommand => ({ name: 'REJECT', comment: choose(REJECTIONS, trainee.person.id) })
    if (chance('rejected', trainee.person.id, index) < rejected)
      await give({ actor: signer, now: later(now, -2) }, one, reject)
  }
}

const bySignature = ({ kind }: SeedActivity) => kind === 'SIGNED' || kind === 'RECURRING'

const later = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY)

function signersOf({ supervisors, mentor, leader }: SeedTrainee): readonly Actor[] {
  const guides = [...supervisors, ...(mentor ? [mentor] : [])]
  return guides.length > 0 ? guides : [leader]
}

const sentTo = (signer: Actor) => (): ActivityCommand => ({
  name: 'SEND_FOR_SIGNING',
  signerId: signer.personId,
  comment: null,
})

function registered({ id, kind, codes }: SeedActivity, at: Date): ActivityCommand {
  const performedOn = osloDay(later(at, -Math.floor(12 * chance('performed', id))))
  const own = kind === 'SELF_REGISTERED' || kind === 'E_LEARNING'
  return { name: 'REGISTER', performedOn, comment: own ? studiedText(id) : performedText(codes, id) }
}
