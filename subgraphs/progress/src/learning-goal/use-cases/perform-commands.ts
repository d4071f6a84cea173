import { type GraphContext, isId } from '@kompetanse/graph'
import { database, type Tx } from '../../database.ts'
import { decideGoal } from '../domain/decide.ts'
import type { GoalCommand, GoalRefusal } from '../domain/goal.ts'
import { loadForCommand, type Loaded } from '../persistence/load.ts'
import { saveChanges, type Change } from '../persistence/save.ts'

export interface CommandRow {
  readonly goalId: string
  /** What the actor saw; anything newer is stale. Null for what nobody signs: comments. */
  readonly expectedVersion: number | null
}

export type CommandOutcome =
  | { readonly kind: 'done' }
  /** `id` where it is not the goal that was not found, but what the command named. */
  | { readonly kind: 'not_found'; readonly id?: string }
  | { readonly kind: 'stale'; readonly expectedVersion: number; readonly currentVersion: number }
  | { readonly kind: 'refused'; readonly code: GoalRefusal }

/** A command as it is, or made from what the goal allows: a sending knows its choices only then. */
export type CommandInput = GoalCommand | ((loaded: Loaded) => GoalCommand)

/**
 * Gives one command to each of the goals, in one transaction: load what is visible → stale? → decide → save with
 * history, record, queue event and message. A row that is refused does not hold up the others (B01). Outcomes come
 * in the order of the rows.
 */
export function performGoalCommands(
  rows: readonly CommandRow[],
  input: CommandInput,
  context: GraphContext,
): Promise<readonly CommandOutcome[]> {
  return database.$transaction(
    async (tx) => {
      const ids = rows.map(({ goalId }) => goalId.toLowerCase()).filter(isId)
      const found = await loadForCommand(tx, ids, context)
      const decided = rows.map((row) => decide(row, found.get(row.goalId.toLowerCase()), input))
      await saveChanges(
        tx,
        decided.flatMap(({ change }) => change ?? []),
      )
      return decided.map(({ outcome }) => outcome)
    },
    { timeout: 15_000 },
  )
}

/** The same for one goal. */
export async function performGoalCommand(
  row: CommandRow,
  input: CommandInput,
  context: GraphContext,
): Promise<CommandOutcome> {
  return (await performGoalCommands([row], input, context))[0] as CommandOutcome
}

/** What else a command writes; it answers with what it did not find, or with what history is to say of it. */
export type Effect = (
  tx: Tx,
  loaded: Loaded,
) => Promise<{ readonly missing: string } | { readonly note: string | null }>

/**
 * One goal's command that also writes something of its own, in the same transaction: a comment, an attachment. A
 * comment changes nothing of the goal itself, so nobody's reading becomes stale by it.
 */
export function performWithEffect(
  row: CommandRow,
  command: GoalCommand,
  effect: Effect,
  context: GraphContext,
): Promise<CommandOutcome> {
  return database.$transaction(async (tx) => {
    const found = await loadForCommand(tx, [row.goalId].filter(isId), context)
    const { outcome, change } = decide(row, found.get(row.goalId.toLowerCase()), command)
    if (!change) return outcome
    const effected = await effect(tx, change)
    if ('missing' in effected) return { kind: 'not_found', id: effected.missing }
    if (command.name !== 'COMMENT')
      await saveChanges(tx, [{ ...change, event: { ...change.event, comment: effected.note } }])
    return outcome
  })
}

function decide(
  { expectedVersion }: CommandRow,
  loaded: Loaded | undefined,
  input: CommandInput,
): { readonly outcome: CommandOutcome; readonly change?: Change } {
  if (!loaded) return { outcome: { kind: 'not_found' } }
  const currentVersion = loaded.row.version
  if (expectedVersion !== null && currentVersion !== expectedVersion)
    return { outcome: { kind: 'stale', expectedVersion, currentVersion } }
  const command = typeof input === 'function' ? input(loaded) : input
  const verdict = decideGoal(loaded.goal, command, loaded.situation)
  return verdict.kind === 'rejected'
    ? { outcome: { kind: 'refused', code: verdict.code } }
    : { outcome: { kind: 'done' }, change: { ...loaded, next: verdict.next, event: verdict.event } }
}
