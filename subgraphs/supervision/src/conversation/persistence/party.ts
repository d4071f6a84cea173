import { running } from '@kompetanse/directory'
import type { Actor } from '@kompetanse/schema/actor-token'
import { today } from '@kompetanse/directory/day'
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

/** What is needed to tell how the parties stand to each other today; to be selected with a conversation. */
export const standingOf = (now: Date) =>
  ({
    trainee: {
      select: {
        active: true,
        relationsAsTrainee: { where: { kind: 'MENTOR', ...running(today(now)) }, select: { personId: true } },
      },
    },
    mentor: { select: { active: true } },
  }) satisfies Prisma.ConversationSelect

interface WithStanding {
  readonly traineeId: string
  readonly mentorId: string
  readonly trainee: {
    readonly active: boolean
    readonly relationsAsTrainee: readonly { readonly personId: string }[]
  }
  readonly mentor: { readonly active: boolean }
}

export const partyOf = ({ traineeId }: { readonly traineeId: string }, personId: string): Party =>
  traineeId === personId ? 'TRAINEE' : 'MENTOR'

export const toStanding = (row: WithStanding, { personId }: Actor): Standing => ({
  party: partyOf(row, personId),
  relationRuns: row.trainee.relationsAsTrainee.some((relation) => relation.personId === row.mentorId),
  bothActive: row.trainee.active && row.mentor.active,
})
