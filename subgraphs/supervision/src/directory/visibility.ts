import { running, standsInFor, visibleTrainee } from '@kompetanse/directory'
import type { Actor } from '@kompetanse/schema/actor-token'
import type { Prisma } from '../generated/db/client.ts'

const NOBODY: Prisma.PersonWhereInput = { id: { in: [] } }

/**
 * Trainees whose guidance an actor may follow: when they met whom, for how long, never what was said. Oneself, those
 * whom one mentors or leads, those whose leader one stands in for, and those in the scope of one's administrative
 * role. A supervisor's trainees are not among them.
 */
export function followedTrainee(actor: Actor, day: Date): Prisma.PersonWhereInput {
  if (actor.kind !== 'person') return NOBODY
  const { personId } = actor
  const own: Prisma.RelationWhereInput = {
    ...running(day),
    AND: {
      OR: [
        { kind: { in: ['MENTOR', 'LEADER'] }, personId },
        { kind: 'LEADER', person: standsInFor(personId, day) },
      ],
    },
  }
  return { OR: [{ id: personId }, { relationsAsTrainee: { some: own } }, administered(actor, day)] }
}

/** Trainees in the scope of the actor's administrative roles. */
const administered = (actor: Actor, day: Date): Prisma.PersonWhereInput =>
  actor.grants.length > 0
    ? {
        OR: actor.grants.map((grant) => visibleTrainee({ ...actor, personId: NO_ONE, grants: [grant] }, day)),
      }
    : NOBODY

/** Who has no relations, so that only the grant is left. */
const NO_ONE = '00000000-0000-0000-0000-000000000000'
