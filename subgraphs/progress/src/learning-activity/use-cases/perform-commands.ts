import type { GraphContext } from '@kompetanse/graph'
import { database, type Tx } from '../../database.ts'
import { isId } from '../../graph/ids.ts'
import { cleanText } from '../../graph/text.ts'
import type { ActivityCommand, ActivityRefusal } from '../domain/activity.ts'
import { decideActivity } from '../domain/decide.ts'
import { loadForCommand, type Loaded } from '../persistence/load.ts'
import { saveChanges, type Change } from '../persistence/save.ts'
import { signerChoices } from './signer-choices.ts'

type Sending = {
  readonly name: 'SEND_FOR_SIGNING'
  readonly signerId: string
  readonly comment: string | null
}

/** A command as the client gives it: persons are ids, and texts are not yet cleaned. */
export type CommandInput = Exclude<ActivityCommand, { name: 'SEND_FOR_SIGNING' }> | Sending

export interface CommandRow {
  readonly id: string
  /** What the actor saw; anything newer is StaleVersion. */
  readonly expectedVersion: number
}

export type CommandOutcome =
  | { readonly kind: 'done'; readonly id: string; readonly launchUrl: string | null }
  | { readonly kind: 'refused'; readonly id: string; readonly code: ActivityRefusal }
  | {
      readonly kind: 'stale'
      readonly id: string
      readonly expectedVersion: number
      readonly currentVersion: number
    }
  | { readonly kind: 'not-found'; readonly id: string }

/**
 * Gives one command to each of the rows, in one transaction: load what is visible → stale? → decide → save with
 * history, record, queue event and message. A row that is refused does not hold up the others. Outcomes come in
 * the order of the rows; the number of statements does not depend on how many there are.
 */
export function performCommands(
  rows: readonly CommandRow[],
  input: CommandInput,
  context: GraphContext,
): Promise<readonly CommandOutcome[]> {
  return database.$transaction(
    async (tx) => {
      const ids = rows.map(({ id }) => id.toLowerCase()).filter(isId)
      const found = await loadForCommand(tx, ids, context)
      const command = await resolveCommand(tx, input, found.values().next().value, context.now)
      const changes: Change[] = []
      const outcomes = rows.map((row) => outcomeOf(row, found.get(row.id.toLowerCase()), command, changes))
      await saveChanges(tx, changes)
      return outcomes
    },
    { timeout: 15_000 },
  )
}

/** The same for one activity. */
export async function performCommand(
  row: CommandRow,
  command: CommandInput,
  context: GraphContext,
): Promise<CommandOutcome> {
  return (await performCommands([row], command, context))[0] as CommandOutcome
}

function outcomeOf(
  { id, expectedVersion }: CommandRow,
  loaded: Loaded | undefined,
  command: ActivityCommand,
  changes: Change[],
): CommandOutcome {
  if (!loaded) return { kind: 'not-found', id }
  const currentVersion = loaded.row.version
  if (currentVersion !== expectedVersion) return { kind: 'stale', id, expectedVersion, currentVersion }
  const decision = decideActivity(loaded.activity, command, loaded.situation)
  if (!decision.accepted) return { kind: 'refused', id, code: decision.code }
  changes.push({ ...loaded, ...decision })
  return { kind: 'done', id, launchUrl: loaded.row.definition.launchUrl }
}

// Sending is never a bulk command: the choices are those of the one activity's trainee.
async function resolveCommand(
  tx: Tx,
  input: CommandInput,
  loaded: Loaded | undefined,
  now: Date,
): Promise<ActivityCommand> {
  const command = 'comment' in input ? { ...input, comment: cleanText(input.comment) } : input
  if (command.name !== 'SEND_FOR_SIGNING') return command
  const { name, signerId, comment } = command
  const choices = loaded ? await signerChoices(tx, loaded.row.traineeId, now) : []
  const choice = choices.find(({ person }) => person.id === signerId)
  if (choice) return { name, comment, signer: { personId: signerId, role: choice.role } }
  const self = signerId === loaded?.row.traineeId
  return { name, comment, signer: self ? { personId: signerId, role: 'SUPERVISOR' } : null }
}
