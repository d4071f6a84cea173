import { conversationChanged, goalsAssessed } from '@kompetanse/schema/events/supervision'
import { today } from '@kompetanse/calendar/day'
import { bus, type Tx } from '../../database.ts'
import type { ConversationCommand as HistoryCommand } from '../../generated/db/client.ts'
import { appendEvents, type ConversationChange } from '../../live/append.ts'
import type { ConversationCommand } from '../domain/conversation.ts'
import { toColumns } from './conversation-row.ts'
import type { Change } from './load.ts'
import { assessedMessages, changedMessage, type Cause } from './messages.ts'
import { saveGoals } from './save-goals.ts'

/**
 * Saves what was decided: rows, history, record, ledger, live events and the message to other subgraphs, all in the
 * transaction that loaded and locked the rows. One statement of each however many changes.
 */
export async function saveChanges(tx: Tx, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return
  await updateRows(tx, changes)
  await saveGoals(tx, changes)
  await appendHistory(tx, changes)
  await finalise(tx, changes)
  await appendEvents(tx, changes.map(happeningOf))
  await bus.publishAll(tx, conversationChanged, changes.map(messageOf))
}

async function updateRows(tx: Tx, changes: readonly Change[]): Promise<void> {
  const rows = changes.map(({ row, next, command }) => ({
    ...{ id: row.id, version: row.version, ...toColumns(next, row) },
    place: command.name === 'EDIT_AGENDA' ? command.place : row.place,
    topics: command.name === 'EDIT_AGENDA' ? command.topics : row.topics,
  }))
  const updated = await tx.$executeRaw`
    UPDATE conversation c SET
      status = x.status::"ConversationStatus", starts_at = x.starts_at, duration_minutes = x.duration_minutes,
      invited_by_id = x.invited_by_id, place = x.place, topics = x.topics, reason = x.reason,
      finalised_by_id = x.finalised_by_id, finalised_at = x.finalised_at, digest = x.digest, version = c.version + 1
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(
      id uuid, version int, status text, starts_at timestamptz, duration_minutes int, invited_by_id uuid,
      place text, topics text[], reason text, finalised_by_id uuid, finalised_at timestamptz, digest text)
    WHERE c.id = x.id AND c.version = x.version`
  if (updated !== changes.length) throw new Error('a locked conversation was changed by somebody else')
}

const appendHistory = (tx: Tx, changes: readonly Change[]) =>
  tx.conversationHistory.createMany({
    data: changes.map(({ row, next, event }) => ({
      conversationId: row.id,
      ...{ at: event.at, command: event.command as HistoryCommand, status: next.status, byId: event.byId },
      ...{ startsAt: next.startsAt, reason: event.reason, digest: event.digest },
    })),
  })

/** A finalised conversation is kept word for word, counts in the ledger of hours, and says what was assessed. */
async function finalise(tx: Tx, changes: readonly Change[]): Promise<void> {
  const finalised = changes.flatMap((change) => (change.next.status === 'FINALISED' ? [change] : []))
  if (finalised.length === 0) return
  await tx.conversationRecord.createMany({
    data: finalised.map(({ row, event, content, situation }) => ({
      ...{ conversationId: row.id, traineeId: row.traineeId, byId: event.byId, role: 'MENTOR' },
      ...{ at: event.at, content, digest: situation.contentDigest },
    })),
  })
  await tx.supervisionHoursEntry.createMany({
    data: finalised.map(({ row, next, event }) => ({
      ...{ traineeId: row.traineeId, on: today(next.startsAt), minutes: next.durationMinutes },
      ...{ kind: 'CONVERSATION', conversationId: row.id, recordedById: event.byId, recordedAt: event.at },
    })),
  })
  const assessed = finalised.flatMap(({ row, event }) =>
    assessedMessages({
      ...{ id: row.id, traineeId: row.traineeId, goals: row.goals, version: row.version + 1 },
      ...{ finalisedById: event.byId, finalisedAt: event.at },
    }),
  )
  await bus.publishAll(tx, goalsAssessed, assessed)
}

function messageOf({ row, next, event }: Change) {
  const { id, traineeId, mentorId, version } = row
  const invitedById = next.invitedBy === 'TRAINEE' ? traineeId : mentorId
  const { status, startsAt, durationMinutes } = next
  const standing = { id, traineeId, mentorId, invitedById, status, startsAt, durationMinutes }
  return changedMessage({ ...standing, version: version + 1 }, event as Cause)
}

const CHANGE: Partial<Record<ConversationCommand['name'], ConversationChange>> = {
  RESCHEDULE: 'RESCHEDULED',
  EDIT_AGENDA: 'AGENDA_CHANGED',
  ASSESS_GOALS: 'GOALS_ASSESSED',
}

const happeningOf = ({ row, event }: Change) => ({
  of: row,
  change: CHANGE[event.command] ?? ('STATUS_CHANGED' as const),
  byId: event.byId,
})
