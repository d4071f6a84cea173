import { running } from '@kompetanse/calendar/running'
import { today } from '@kompetanse/calendar/day'
import type { Id } from '@kompetanse/schema/ids'
import type { Tx } from '../../database.ts'
import type { Person } from '../../generated/db/client.ts'
import type { Signer, SignerRole } from '../domain/activity.ts'

export interface SignerChoice {
  readonly person: Person
  readonly role: SignerRole
}

// Who is several to the trainee signs as the first of these.
const ORDER: readonly SignerRole[] = ['SUPERVISOR', 'MENTOR', 'LEADER']

/** Who may sign a trainee's activities today: supervisors, mentor, leader; each person once (F006, F062). */
export async function signerChoices(
  db: Tx,
  traineeId: Id<'Person'>,
  now: Date,
): Promise<readonly SignerChoice[]> {
  return (await signerChoicesOf(db, [traineeId], now)).get(traineeId) ?? []
}

/** The same for several trainees, in one look-up. */
export async function signerChoicesOf(db: Tx, traineeIds: readonly Id<'Person'>[], now: Date) {
  const relations = await db.relation.findMany({
    where: { traineeId: { in: [...traineeIds] }, ...running(today(now)), person: { active: true } },
    include: { person: true },
    orderBy: { person: { displayName: 'asc' } },
  })
  const others = relations.filter(({ traineeId, personId }) => traineeId !== personId)
  const sorted = others.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
  const byTrainee = Map.groupBy(sorted, ({ traineeId }) => traineeId)
  return new Map([...byTrainee].map(([traineeId, rows]) => [traineeId, onePerPerson(rows)]))
}

/** The same as a decision needs them. */
export async function signersOf(
  db: Tx,
  traineeIds: readonly Id<'Person'>[],
  now: Date,
): Promise<ReadonlyMap<Id<'Person'>, readonly Signer[]>> {
  const choices = await signerChoicesOf(db, traineeIds, now)
  return new Map(
    [...choices].map(([id, all]) => [id, all.map(({ person, role }) => ({ personId: person.id, role }))]),
  )
}

function onePerPerson(rows: readonly { person: Person; kind: SignerRole }[]): readonly SignerChoice[] {
  const once = new Map<Id<'Person'>, SignerChoice>()
  for (const { person, kind } of rows) if (!once.has(person.id)) once.set(person.id, { person, role: kind })
  return [...once.values()]
}
