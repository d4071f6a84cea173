import type { GraphContext } from '@kompetanse/graph'
import type { Actor } from '@kompetanse/schema/actor-token'
import { today } from '@kompetanse/calendar/day'
import { endsBefore, runsOn, type Days } from '@kompetanse/calendar/period'
import type { Id } from '@kompetanse/schema/ids'
import { database } from '../../database.ts'
import type { Prisma } from '../../generated/db/client.ts'
import type { Party } from '../domain/conversation.ts'
import type { Standing } from '../domain/permission.ts'

const NONE: Prisma.ConversationWhereInput = { id: { in: [] } }

/**
 * Conversations that the actor is one of the two parties of: nobody else sees what is said, no leader, no
 * administrator and no support. A mentor who is one no more keeps reading; who has left the portal reads nothing.
 */
export function ownConversation({ kind, personId }: Actor): Prisma.ConversationWhereInput {
  if (kind !== 'person') return NONE
  const active = { active: true }
  return {
    OR: [
      { traineeId: personId, trainee: active },
      { mentorId: personId, mentor: active },
    ],
  }
}

/** Whether the conversation is one of those now. */
export async function isOwn(id: Id<'Conversation'>, { actor }: GraphContext): Promise<boolean> {
  const where = { id, ...ownConversation(actor) }
  return (await database.conversation.findFirst({ where, select: { id: true } })) !== null
}

/** What is needed to tell how the parties stand to each other; to be selected with a conversation. */
export const withStanding = {
  trainee: {
    select: {
      active: true,
      relationsAsTrainee: {
        where: { kind: 'MENTOR' },
        select: { personId: true, validFrom: true, validTo: true },
      },
    },
  },
  mentor: { select: { active: true } },
} satisfies Prisma.ConversationSelect

interface WithStanding {
  readonly traineeId: Id<'Person'>
  readonly mentorId: Id<'Person'>
  readonly startsAt: Date
  readonly trainee: {
    readonly active: boolean
    readonly relationsAsTrainee: readonly (Days<Date> & { readonly personId: Id<'Person'> })[]
  }
  readonly mentor: { readonly active: boolean }
}

export const partyOf = (
  { traineeId }: { readonly traineeId: Id<'Person'> },
  personId: Id<'Person'>,
): Party => (traineeId === personId ? 'TRAINEE' : 'MENTOR')

export function toStanding(row: WithStanding, { actor, now }: Pick<GraphContext, 'actor' | 'now'>): Standing {
  const own = row.trainee.relationsAsTrainee.filter(({ personId }) => personId === row.mentorId)
  return {
    party: partyOf(row, actor.personId),
    relationRuns: own.some((relation) => runsOn(relation, today(now))),
    mentorThen: own.some((relation) => !endsBefore(relation, today(row.startsAt))),
    bothActive: row.trainee.active && row.mentor.active,
  }
}
