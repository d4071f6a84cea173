import { today } from '../../clock.ts'
import type { Tx } from '../../database.ts'
import { running } from '../../directory/running.ts'
import type { Person } from '../../generated/db/client.ts'
import type { SignerRole } from '../domain/activity.ts'

export interface SignerChoice {
  readonly person: Person
  readonly role: SignerRole
}

// Who is several to the trainee signs as the first of these.
const ORDER: readonly SignerRole[] = ['SUPERVISOR', 'MENTOR', 'LEADER']

/** Who may sign a trainee's activities today: supervisors, mentor, leader; each person once (F006, F062). */
export async function signerChoices(db: Tx, traineeId: string, now: Date): Promise<readonly SignerChoice[]> {
  const relations = await db.relation.findMany({
    where: { traineeId, ...running(today(now)), person: { active: true }, personId: { not: traineeId } },
    include: { person: true },
    orderBy: { person: { displayName: 'asc' } },
  })
  const sorted = relations.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
  const once = new Map<string, SignerChoice>()
  for (const { person, kind } of sorted) if (!once.has(person.id)) once.set(person.id, { person, role: kind })
  return [...once.values()]
}
