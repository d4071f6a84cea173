import type { Id } from '@kompetanse/schema/ids'
import type { Person } from '../generated/db/client.ts'
import { database } from '../database.ts'

/** A trainee and the mentor of today; read from this subgraph's own copy of the directory. */
export interface Pair {
  readonly trainee: Person
  readonly mentor: Person
  /** The first day of the relation. */
  readonly since: Date
}

/** All trainees that have a mentor, in a fixed order. */
export async function loadPairs(): Promise<readonly Pair[]> {
  const mentors = { kind: 'MENTOR' as const, validTo: null, person: { active: true } }
  const trainees = await database.person.findMany({
    where: { isTrainee: true, active: true, relationsAsTrainee: { some: mentors } },
    include: {
      relationsAsTrainee: {
        where: mentors,
        include: { person: true },
        orderBy: { personId: 'asc' },
        take: 1,
      },
    },
    orderBy: { id: 'asc' },
  })
  return trainees.flatMap(({ relationsAsTrainee: [relation], ...trainee }) =>
    relation ? [{ trainee, mentor: relation.person, since: relation.validFrom }] : [],
  )
}

/** Trainees that have conversations already: they are left alone. */
export async function alreadySeeded(): Promise<ReadonlySet<Id<'Person'>>> {
  const rows = await database.conversation.findMany({ distinct: ['traineeId'], select: { traineeId: true } })
  return new Set(rows.map(({ traineeId }) => traineeId))
}
