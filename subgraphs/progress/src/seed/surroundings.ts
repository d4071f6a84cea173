import { loadStandings, type Standing } from '@kompetanse/directory'
import { dayOf, osloDay } from '@kompetanse/calendar/day'
import type { Actor } from '@kompetanse/schema/actor-token'
import type { Id } from '@kompetanse/schema/ids'
import type { Tx } from '../database.ts'
import { signersOf } from '../learning-activity/persistence/signer-choices.ts'
import { loadApproverChoices } from '../learning-goal/persistence/approver-choices.ts'

const DAY = 86_400_000

/** Who acts, and when. */
export interface Acting {
  readonly actor: Actor
  readonly now: Date
}

/** Who is around a trainee; queried once between two days on which that changes. */
export async function surroundingsOf(tx: Tx, traineeId: Id<'Person'>) {
  const turns = await turnsOf(tx, traineeId)
  const spell = (now: Date) => turns.filter((turn) => turn <= osloDay(now)).length
  const known = new Map<string, unknown>()
  async function once<T>(key: string, ask: () => Promise<T>): Promise<T> {
    if (!known.has(key)) known.set(key, await ask())
    return known.get(key) as T
  }
  return {
    standing: ({ actor, now }: Acting) =>
      once(`${actor.personId} ${spell(now)}`, async () => {
        const standings = await loadStandings(tx, actor, now, [traineeId])
        return standings.get(traineeId) as Standing
      }),
    signers: (now: Date) =>
      once(`signers ${spell(now)}`, async () => (await signersOf(tx, [traineeId], now)).get(traineeId) ?? []),
    approvers: (now: Date) =>
      once(`approvers ${spell(now)}`, async () => {
        const choices = await loadApproverChoices(tx, [traineeId], now)
        return choices.get(traineeId) ?? []
      }),
  }
}

/** The days from which on somebody else is around the trainee: what begins that day, or ended the day before. */
async function turnsOf(tx: Tx, traineeId: Id<'Person'>): Promise<readonly string[]> {
  const relations = await tx.relation.findMany({ where: { traineeId } })
  const leaders = relations.flatMap(({ kind, personId }) => (kind === 'LEADER' ? personId : []))
  const people = relations.map(({ personId }) => personId)
  const periods = [
    ...relations,
    ...(await tx.deputyship.findMany({
      where: { OR: [{ leaderId: { in: people } }, { deputyId: { in: people } }] },
    })),
    ...(await tx.delegation.findMany({ where: { leaderId: { in: leaders } } })),
  ]
  const days = periods.flatMap(({ validFrom, validTo }) => [
    dayOf(validFrom),
    ...(validTo ? [dayOf(new Date(validTo.getTime() + DAY))] : []),
  ])
  return [...new Set(days)]
}

/** Steps as they happened; those of one activity or goal keep their order. */
export const inTime = <Step extends { readonly event: { readonly at: Date } }>(
  steps: readonly Step[],
): Step[] => steps.toSorted((a, b) => a.event.at.getTime() - b.event.at.getTime())
