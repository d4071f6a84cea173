import type { Actor } from '@kompetanse/schema/actor-token'
import type { Id } from '@kompetanse/schema/ids'
import { database } from '../database.ts'
import type { Person } from '../generated/db/client.ts'
import { shareDone } from './pace.ts'

/** A trainee with who is around today; read from this subgraph's own copy of the directory. */
export interface SeedTrainee {
  readonly person: Person
  readonly actor: Actor
  readonly leader: Actor
  /** From this day the leader may assign plans, and the trainee send to these signers. */
  readonly since: Date
  readonly supervisors: readonly Actor[]
  readonly mentor: Actor | null
  /** Share of goals that are done. */
  readonly share: number
}

const actorOf = (personId: Id<'Person'>, trainee = false): Actor => ({
  kind: 'person',
  personId,
  trainee,
  grants: [],
})

/** All trainees that have a leader, in a fixed order. */
export async function loadTrainees(now: Date): Promise<readonly SeedTrainee[]> {
  const people = await database.person.findMany({
    where: { isTrainee: true, active: true, relationsAsTrainee: { some: { kind: 'LEADER', validTo: null } } },
    include: { relationsAsTrainee: { where: { validTo: null }, orderBy: { personId: 'asc' } } },
    orderBy: { id: 'asc' },
  })
  return people.map(({ relationsAsTrainee: relations, ...person }) => {
    const of = (kind: string) =>
      relations.filter((row) => row.kind === kind).map((row) => actorOf(row.personId))
    const starts = relations.map(({ validFrom }) => validFrom.getTime())
    return {
      person,
      actor: actorOf(person.id, true),
      leader: of('LEADER')[0] as Actor,
      since: new Date(Math.max(...starts, (person.trainingStartedOn ?? now).getTime())),
      supervisors: of('SUPERVISOR'),
      mentor: of('MENTOR')[0] ?? null,
      share: shareDone(person, now),
    }
  })
}
