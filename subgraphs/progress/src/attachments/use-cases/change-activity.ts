import { type GraphContext, isId } from '@kompetanse/graph'
import { database, type Tx } from '../../database.ts'
import type { ActivityCommand } from '../../learning-activity/domain/activity.ts'
import { decideActivity } from '../../learning-activity/domain/decide.ts'
import { loadForCommand, type Loaded } from '../../learning-activity/persistence/load.ts'
import { saveChanges } from '../../learning-activity/persistence/save.ts'
import type { CommandOutcome } from '../../learning-activity/use-cases/perform-commands.ts'

export interface ActivityRow {
  readonly activityId: string
  /** Null for what nobody signs: comments. */
  readonly expectedVersion: number | null
}

/** What else a command writes; it answers with what it did not find, or with what history is to say of it. */
export type ActivityEffect = (
  tx: Tx,
  loaded: Loaded,
) => Promise<{ readonly missing: string } | { readonly note: string | null }>

/**
 * A command on one activity that also writes something of its own, in the same transaction: a comment, an
 * attachment. A comment changes nothing of the activity itself, so nobody's reading becomes stale by it.
 */
export function changeActivity(
  { activityId: id, expectedVersion }: ActivityRow,
  command: ActivityCommand,
  effect: ActivityEffect,
  context: GraphContext,
): Promise<CommandOutcome> {
  return database.$transaction(async (tx): Promise<CommandOutcome> => {
    const found = await loadForCommand(tx, [id.toLowerCase()].filter(isId), context)
    const loaded = found.get(id.toLowerCase())
    if (!loaded) return { kind: 'not-found', id }
    const currentVersion = loaded.row.version
    if (expectedVersion !== null && currentVersion !== expectedVersion)
      return { kind: 'stale', id, expectedVersion, currentVersion }
    const decision = decideActivity(loaded.activity, command, loaded.situation)
    if (!decision.accepted) return { kind: 'refused', id, code: decision.code }
    const effected = await effect(tx, loaded)
    if ('missing' in effected) return { kind: 'not-found', id: effected.missing }
    const event = { ...decision.event, comment: effected.note }
    if (command.name !== 'COMMENT') await saveChanges(tx, [{ ...loaded, next: decision.next, event }])
    return { kind: 'done', id, launchUrl: null }
  })
}
