import { osloDay, today } from '@kompetanse/calendar/day'
import type { Id } from '@kompetanse/schema/ids'
import { database } from '../database.ts'
import { addDelegate } from '../delegation/use-cases/add-delegate.ts'
import { guidelineText } from './goal-texts.ts'
import { choose } from '@kompetanse/process/seeding'
import type { SeedTrainee } from './trainees.ts'

const DAY = 86_400_000
const FEW = 3

/** Leaders of several trainees have named a delegate among those who guide them. */
export async function seedDelegations(trainees: readonly SeedTrainee[], now: Date): Promise<void> {
  const led = Map.groupBy(trainees, ({ leader }) => leader.personId)
  for (const [leaderId, own] of led) {
    const leader = own[0]?.leader
    if (!leader || own.length < FEW) continue
    const guides = own.flatMap(({ mentor, supervisors }) => [mentor, ...supervisors])
    const others = guides.flatMap((guide) => (guide && guide.personId !== leaderId ? guide.personId : []))
    if (others.length === 0) continue
    const delegateId = choose([...new Set(others)].toSorted(), 'delegate', leaderId)
    const since = Math.max(...own.map(({ since }) => since.getTime()))
    const at = new Date(Math.min(since + 30 * DAY, now.getTime() - DAY))
    const naming = { guideline: guidelineText(leaderId), validFrom: osloDay(at), validTo: null }
    const outcome = await addDelegate({ delegateId, ...naming }, { actor: leader, now: at })
    const had = outcome.kind === 'refused' && outcome.code === 'ALREADY_DELEGATE'
    if (outcome.kind !== 'done' && !had)
      throw new Error(`naming a delegate ended in ${JSON.stringify(outcome)}`)
  }
}

/** The delegate whom a leader has named, if any. */
export async function delegateOf(leaderId: Id<'Person'>, now: Date): Promise<Id<'Person'> | null> {
  const where = { leaderId, validFrom: { lte: today(now) }, validTo: null, cancelledAt: null }
  const row = await database.delegation.findFirst({ where, orderBy: { id: 'asc' } })
  return row?.delegateId ?? null
}
