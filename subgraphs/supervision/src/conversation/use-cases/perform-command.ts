import type { GraphContext } from '@kompetanse/graph'
import { database, type Tx } from '../../database.ts'
import { isId } from '@kompetanse/graph'
import type { ConversationCommand } from '../domain/conversation.ts'
import { decideConversation } from '../domain/decide.ts'
import { loadForCommand, type Loaded } from '../persistence/load.ts'
import type { Change } from '../persistence/change.ts'
import { saveChanges } from '../persistence/save.ts'
import type { Outcome } from './outcome.ts'

export interface CommandRow {
  readonly id: string
  /** What the actor saw; anything newer is StaleVersion. */
  readonly expectedVersion: number
  /** Whether it goes for the later conversations of its series too, where it can be done. */
  readonly wholeSeries?: boolean
}

/**
 * Gives a conversation a command in one transaction: load what is one's own → stale? → decide → save with history,
 * record, hours, event and message. Of a series, what the command does not fit is left as it is.
 */
export function performCommand(
  { id: given, expectedVersion, wholeSeries = false }: CommandRow,
  command: ConversationCommand,
  context: GraphContext,
): Promise<Outcome> {
  const id = given.toLowerCase()
  return database.$transaction(async (tx): Promise<Outcome> => {
    const ids = isId(id) ? [id, ...(wholeSeries ? await laterInSeries(tx, id) : [])] : []
    const found = await loadForCommand(tx, ids, context)
    const loaded = found.get(id)
    if (!loaded) return { kind: 'not-found', id }
    const currentVersion = loaded.row.version
    if (currentVersion !== expectedVersion) return { kind: 'stale', expectedVersion, currentVersion }
    const decision = decideConversation(loaded.conversation, command, loaded.situation)
    if (!decision.accepted) return { kind: 'refused', id, code: decision.code }
    const others = [...found.values()].filter(({ row }) => row.id !== id)
    const changes = [loaded, ...others].flatMap((each) => changeOf(each, command))
    await saveChanges(tx, changes)
    return { kind: 'done', id, ids: changes.map(({ row }) => row.id) }
  })
}

function changeOf(loaded: Loaded, command: ConversationCommand): readonly Change[] {
  const decision = decideConversation(loaded.conversation, command, loaded.situation)
  return decision.accepted ? [{ ...loaded, ...decision, command }] : []
}

async function laterInSeries(tx: Tx, id: string): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT later.id FROM conversation this JOIN conversation later
      ON later.series_id = this.series_id AND later.starts_at > this.starts_at
    WHERE this.id = ${id}::uuid`
  return rows.map((row) => row.id)
}
