import type { Outcome } from '@kompetanse/command'
import { addDays, dateColumn, osloDay } from '@kompetanse/calendar/day'
import { chance, choose } from '@kompetanse/process/seeding'
import type { Actor } from '@kompetanse/schema/actor-token'
import type { Id } from '@kompetanse/schema/ids'
import { kindsToSign } from '../rules/domain/in-force.ts'
import { DELIVERED_RULES } from '../rules/domain/delivered.ts'
import type { PeriodCommand } from '../service-period/domain/period.ts'
import { periodCommands } from '../service-period/use-cases/commands.ts'
import { registerPeriod } from '../service-period/use-cases/register.ts'
import type { Details } from '../statement/domain/details.ts'
import { careerOf, type SeedTrainee } from './career.ts'

const OBJECTIONS = [
  'Stillingsprosenten stemmer ikke med avtalen.',
  'Sykefraværet i mars mangler.',
  'Perioden går to uker lenger enn du var ansatt her.',
]

const actorOf = (personId: Id<'Person'>, trainee: boolean): Actor => ({
  ...{ kind: 'person', personId, trainee, grants: [] },
})

/** Ten in the morning in Oslo, give or take; on a day that has not come so far, now. */
export const onDay = (day: string, now: Date): Date =>
  new Date(Math.min(dateColumn(day).getTime() + 9 * 3_600_000, now.getTime()))

/** Registers the career and sends what is over; the leader has signed all of it but the last. */
export async function seedCareer(trainee: SeedTrainee, leaderId: Id<'Person'>, now: Date): Promise<void> {
  const today = osloDay(now)
  const career = careerOf(trainee, today)
  const toSign = kindsToSign(DELIVERED_RULES, today)
  const over = career.filter(({ kind, endsOn }) => endsOn !== null && toSign.has(kind))
  for (const details of career) {
    const last = details === over.at(-1)
    await seedPeriod(trainee, leaderId, { details, sent: over.includes(details), last, now })
  }
}

interface Step {
  readonly details: Details
  readonly sent: boolean
  readonly last: boolean
  readonly now: Date
}

async function seedPeriod(trainee: SeedTrainee, leaderId: Id<'Person'>, { details, sent, last, now }: Step) {
  const today = osloDay(now)
  const [own, leader] = [actorOf(trainee.id, true), actorOf(leaderId, false)]
  const { startsOn, endsOn } = details
  // Nobody leads them before the training begins.
  const earliest = [addDays(trainee.startedOn, 3), addDays(endsOn ?? startsOn, 5)].toSorted()[1] as string
  const waited = 2 + Math.floor(chance(trainee.id, startsOn, 'wait') * 9)
  // The last of them waits today; who sent it when is a matter of days.
  const sentOn = last && addDays(today, -waited) > earliest ? addDays(today, -waited) : min(earliest, today)
  const registered = { actor: own, now: onDay(sentOn, now) }
  const { id } = done(await registerPeriod(trainee.id, details, registered))
  if (!sent) return
  const perform = async (actor: Actor, expectedVersion: number, day: string, command: PeriodCommand) =>
    done(await periodCommands.perform({ id, expectedVersion, command }, { actor, now: onDay(day, now) }))
  await perform(own, 1, sentOn, { name: 'SEND_FOR_SIGNING', signerId: leaderId })
  const fate = chance(trainee.id, startsOn, 'fate')
  if (last && fate < 0.6) return
  const decidedOn = min(addDays(sentOn, 1), today)
  if (last && fate < 0.75) {
    const comment = choose(OBJECTIONS, trainee.id, startsOn)
    await perform(leader, 2, decidedOn, { name: 'REJECT', comment })
  } else await perform(leader, 2, decidedOn, { name: 'SIGN', comment: null })
}

const min = (a: string, b: string) => (a < b ? a : b)

function done<Value>(outcome: Outcome<Value, string>): Value {
  if (outcome.kind !== 'done') throw new Error(`the seed was refused: ${JSON.stringify(outcome)}`)
  return outcome.value
}
