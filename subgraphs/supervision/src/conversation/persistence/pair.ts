import { done, notFound, refused, type Outcome } from '@kompetanse/command'
import { running } from '@kompetanse/calendar/running'
import { visibleTrainee } from '@kompetanse/directory'
import type { GraphContext } from '@kompetanse/graph'
import { today } from '@kompetanse/calendar/day'
import type { Id } from '@kompetanse/schema/ids'
import type { Tx } from '../../database.ts'
import type { ConversationRefusal, Party } from '../domain/conversation.ts'

export interface Pair {
  readonly mentorId: Id<'Person'>
  /** Who invites. */
  readonly by: Party
}

/**
 * Who meet when the actor invites: the trainee and whoever is the trainee's mentor today. The trainee invites the
 * mentor, the mentor the trainee, and nobody invites whom has left.
 */
export async function findPair(
  tx: Tx,
  traineeId: Id<'Person'>,
  { actor, now }: GraphContext,
): Promise<Outcome<Pair, ConversationRefusal>> {
  if (actor.kind !== 'person') return notFound(traineeId)
  const day = today(now)
  const mentors = { kind: 'MENTOR' as const, validFrom: { lte: day } }
  const trainee = await tx.person.findFirst({
    where: {
      id: traineeId,
      isTrainee: true,
      OR: [
        visibleTrainee(actor, day),
        { relationsAsTrainee: { some: { ...mentors, personId: actor.personId } } },
      ],
    },
    select: {
      active: true,
      relationsAsTrainee: {
        // Nobody is their own mentor, whatever the directory says.
        where: { kind: 'MENTOR', personId: { not: traineeId }, ...running(day) },
        orderBy: [{ validFrom: 'desc' }, { id: 'asc' }],
        select: { person: { select: { id: true, active: true } } },
      },
    },
  })
  if (!trainee) return notFound(traineeId)
  const mentorsNow = trainee.relationsAsTrainee.map(({ person }) => person)
  const by = traineeId === actor.personId ? 'TRAINEE' : 'MENTOR'
  const mentor = by === 'TRAINEE' ? mentorsNow[0] : mentorsNow.find(({ id }) => id === actor.personId)
  if (mentor)
    return trainee.active && mentor.active ? done({ mentorId: mentor.id, by }) : refused('PERSON_LEFT')
  if (by === 'TRAINEE') return refused('NO_MENTOR')
  const was = await tx.relation.findFirst({ where: { ...mentors, traineeId, personId: actor.personId } })
  return refused(was ? 'RELATION_ENDED' : 'NOT_PERMITTED')
}
