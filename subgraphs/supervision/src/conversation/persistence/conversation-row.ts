import { present } from '@kompetanse/graph'
import type { Conversation as Row } from '../../generated/db/client.ts'
import type { Conversation } from '../domain/conversation.ts'
import { partyOf } from './party.ts'

/** The state that a row is; the table's CHECKs make it total. */
export function toConversation(row: Row): Conversation {
  const { status, startsAt, durationMinutes, reason } = row
  const held = { startsAt, durationMinutes, invitedBy: partyOf(row, row.invitedById) }
  switch (status) {
    case 'INVITED':
    case 'PLANNED':
      return { status, ...held }
    case 'DECLINED':
      return { status, reason, ...held }
    case 'CANCELLED':
      return { status, reason: present(reason), ...held }
    case 'FINALISED': {
      const { finalisedById, finalisedAt, digest } = row
      const signature = { byId: present(finalisedById), at: present(finalisedAt), digest: present(digest) }
      return { status, signature, ...held }
    }
  }
}

/** The columns of a state: all of them, so that what a state has not is emptied. */
export function toColumns(conversation: Conversation, parties: Pick<Row, 'traineeId' | 'mentorId'>) {
  const { status, startsAt, durationMinutes, invitedBy } = conversation
  const signature = status === 'FINALISED' ? conversation.signature : null
  return {
    status,
    ...{ starts_at: startsAt, duration_minutes: durationMinutes },
    invited_by_id: invitedBy === 'TRAINEE' ? parties.traineeId : parties.mentorId,
    reason: 'reason' in conversation ? conversation.reason : null,
    finalised_by_id: signature?.byId ?? null,
    finalised_at: signature?.at ?? null,
    digest: signature?.digest ?? null,
  }
}
