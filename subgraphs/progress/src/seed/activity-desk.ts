import { dateColumn } from '@kompetanse/calendar/day'
import type { Id } from '@kompetanse/schema/ids'
import { database } from '../database.ts'
import type { Activity, ActivityCommand } from '../learning-activity/domain/activity.ts'
import { decideActivity } from '../learning-activity/domain/decide.ts'
import { toColumns } from '../learning-activity/persistence/columns.ts'
import { loadedOf, loadRows, type LoadedRow } from '../learning-activity/persistence/load.ts'
import { saveChanges, type Change } from '../learning-activity/persistence/save.ts'
import { inTime, surroundingsOf, type Acting } from './surroundings.ts'

interface Named {
  readonly id: Id<'LearningActivity'>
}

/** Gives commands as somebody at a time. Throws when one is refused: a demo that lies is worse than none. */
export type GiveActivities = <T extends Named>(
  acting: Acting,
  activities: readonly T[],
  command: (activity: T) => ActivityCommand,
) => Promise<void>

/**
 * A trainee's years at one go: every command is decided on by the portal's own decision, on what the ones before
 * have left, and all of their steps are saved together by the portal's own saving, in one transaction.
 */
export function atActivityDesk(
  traineeId: Id<'Person'>,
  work: (give: GiveActivities) => Promise<void>,
): Promise<void> {
  return database.$transaction(
    async (tx) => {
      const rows = new Map((await loadRows(tx, { traineeId })).map((row) => [row.id, row]))
      const around = await surroundingsOf(tx, traineeId)
      const changes: Change[] = []
      await work(async (acting, activities, command) => {
        const standing = await around.standing(acting)
        const signers = await around.signers(acting.now)
        for (const activity of activities) {
          const row = rows.get(activity.id)
          if (!row) throw new Error('seeding an activity that the trainee has not')
          const loaded = loadedOf(row, { standing, signers }, acting)
          const decision = decideActivity(loaded.activity, command(activity), loaded.situation)
          if (decision.kind === 'refused')
            throw new Error(`seeding an activity was refused: ${decision.code}`)
          changes.push({ ...loaded, ...decision })
          rows.set(row.id, rowAfter(row, decision.next))
        }
      })
      await saveChanges(tx, inTime(changes))
    },
    { timeout: 60_000 },
  )
}

const day = (text: string | null): Date | null => (text === null ? null : dateColumn(text))

/** The row as it will read when this state is saved. */
export function rowAfter(row: LoadedRow, next: Activity): LoadedRow {
  const columns = toColumns(next)
  return {
    ...row,
    version: row.version + 1,
    status: columns.status as LoadedRow['status'],
    performedOn: day(columns.performed_on),
    comment: columns.comment,
    signerId: columns.signer_id,
    signerRole: columns.signer_role as LoadedRow['signerRole'],
    sentAt: columns.sent_at,
    rejectedById: columns.rejected_by_id,
    rejectedAt: columns.rejected_at,
    rejectionComment: columns.rejection_comment,
    signedById: columns.signed_by_id,
    signedOnBehalfOfId: columns.signed_on_behalf_of_id,
    signedAt: columns.signed_at,
    signatureComment: columns.signature_comment,
    signatureDigest: columns.signature_digest,
    fulfilledById: columns.fulfilled_by_id,
    fulfilledAt: columns.fulfilled_at,
    fulfilmentComment: columns.fulfilment_comment,
    validUntil: day(columns.valid_until),
  }
}
