import type { Actor } from '@kompetanse/schema/actor-token'
import { osloDay } from '../clock.ts'
import { performCommands, type CommandInput } from '../learning-activity/use-cases/perform-commands.ts'
import { backlogOf, type SeedActivity } from './backlog.ts'
import { noonOf } from './plans.ts'
import { chance, choose } from './random.ts'
import { performedText, REJECTIONS, signedText, studiedText } from './texts.ts'
import type { SeedTrainee } from './trainees.ts'

const DAY = 86_400_000
/** Into how many sittings the years behind are pressed, so that seeding stays quick. */
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

type Versions = Map<string, number>

/** Makes a trainee's years of activities through the use cases themselves, with a clock that is moved. */
export async function seedActivities(trainee: SeedTrainee, now: Date): Promise<void> {
  const versions: Versions = new Map()
  const { done, current } = await backlogOf(trainee)
  const from =
    Math.max(trainee.since.getTime(), ...done.map(({ assignedAt }) => assignedAt.getTime())) + 14 * DAY
  const until = now.getTime() - 20 * DAY
  const size = Math.ceil(done.length / SITTINGS)
  for (let sitting = 0; sitting < SITTINGS && from < until; sitting += 1) {
    const at = new Date(from + ((until - from) * (sitting + 0.5)) / SITTINGS)
    await finish(trainee, done.slice(sitting * size, (sitting + 1) * size), noonOf(at), versions)
  }
  await leaveInHand(trainee, current, now, versions)
}

/** Registers, sends and has signed what needs it; registers or credits the rest. */
export async function finish(
  trainee: SeedTrainee,
  activities: readonly SeedActivity[],
  at: Date,
  versions: Versions,
) {
  const courses = activities.filter(({ kind }) => kind === 'COURSE')
  const others = activities.filter(({ kind }) => kind !== 'COURSE')
  const credit = (): CommandInput => ({
    name: 'MARK_FULFILLED',
    performedOn: osloDay(at),
    comment: 'Kursbevis vist fram.',
  })
  await give({ actor: trainee.leader, now: at }, courses, credit, versions)
  await give({ actor: trainee.actor, now: at }, others, (activity) => registered(activity, at), versions)
  const toSign = others.filter(bySignature)
  const signer = choose(signersOf(trainee), trainee.person.id, at.getTime())
  const send = sentTo(signer)
  await give({ actor: trainee.actor, now: later(at, 1) }, toSign, send, versions)
  const sign = ({ id }: SeedActivity): CommandInput => ({ name: 'SIGN', comment: signedText(id) })
  const signedAt = later(at, 2 + Math.floor(9 * chance('signed', at.getTime())))
  await give({ actor: signer, now: signedAt }, toSign, sign, versions)
}

/** Leaves some registered, most waiting for different lengths of time, and now and then one rejected. */
async function leaveInHand(
  trainee: SeedTrainee,
  current: readonly SeedActivity[],
  now: Date,
  versions: Versions,
) {
  if (trainee.share === 0) return
  await give(
    { actor: trainee.actor, now: later(now, -14) },
    current,
    (activity) => registered(activity, later(now, -14)),
    versions,
  )
  const [first, next = first] = signersOf(trainee)
  const desks = { LEADER: trainee.leader, FIRST: first, NEXT: next }
  for (const [index, { days, desk, rejected }] of DESKS.entries()) {
    const one = current.slice(index, index + 1)
    const signer = desks[desk] as Actor
    await give({ actor: trainee.actor, now: later(now, -days) }, one, sentTo(signer), versions)
    const reject = (): CommandInput => ({ name: 'REJECT', comment: choose(REJECTIONS, trainee.person.id) })
    if (chance('rejected', trainee.person.id, index) < rejected)
      await give({ actor: signer, now: later(now, -2) }, one, reject, versions)
  }
}

const bySignature = ({ kind }: SeedActivity) => kind === 'SIGNED' || kind === 'RECURRING'

const later = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY)

function signersOf({ supervisors, mentor, leader }: SeedTrainee): readonly Actor[] {
  const guides = [...supervisors, ...(mentor ? [mentor] : [])]
  return guides.length > 0 ? guides : [leader]
}

const sentTo = (signer: Actor) => (): CommandInput => ({
  name: 'SEND_FOR_SIGNING',
  signerId: signer.personId,
  comment: null,
})

function registered({ id, kind, codes }: SeedActivity, at: Date): CommandInput {
  const performedOn = osloDay(later(at, -Math.floor(12 * chance('performed', id))))
  const own = kind === 'SELF_REGISTERED' || kind === 'E_LEARNING'
  return { name: 'REGISTER', performedOn, comment: own ? studiedText(id) : performedText(codes, id) }
}

/** Gives commands as this actor at that time. Throws when one is refused: a demo that lies is worse than none. */
async function give(
  { actor, now }: { readonly actor: Actor; readonly now: Date },
  activities: readonly SeedActivity[],
  command: (activity: SeedActivity) => CommandInput,
  versions: Versions,
): Promise<void> {
  if (activities.length === 0) return
  const rows = activities.map((activity) => ({
    id: activity.id,
    expectedVersion: versions.get(activity.id) ?? 1,
    command: command(activity),
  }))
  for (const outcome of await performCommands(rows, { actor, now })) {
    if (outcome.kind !== 'done') throw new Error(`seeding an activity ended in ${JSON.stringify(outcome)}`)
    versions.set(outcome.id, (versions.get(outcome.id) ?? 1) + 1)
  }
}
