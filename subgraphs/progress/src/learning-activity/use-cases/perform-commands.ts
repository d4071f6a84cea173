import { cleanText, type GraphContext, isId } from '@kompetanse/graph'
import { database, type Tx } from '../../database.ts'
import type { ActivityCommand, ActivityRefusal } from '../domain/activity.ts'
import { decideActivity } from '../domain/decide.ts'
import { loadForCommand, type Loaded } from '../persistence/load.ts'
import { saveChanges, type Change } from '../persistence/save.ts'
import { signerChoicesOf, type SignerChoice } from './signer-choices.ts'

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

export interface CommandedRow extends CommandRow {
  readonly command: CommandInput
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
 * Gives each row its command, all in one transaction: load what is visible → stale? → decide → save with history,
 * record, queue event and message. A row that is refused does not hold up the others. Outcomes come in the order of
 * the rows; the number of statements does not depend on how many there are.
 */
export function performCommands(
  rows: readonly CommandedRow[],
  context: GraphContext,
): Promise<readonly CommandOutcome[]> {
  return database.$transaction(
    async (tx) => {
      const ids = rows.map(({ id }) => id.toLowerCase()).filter(isId)
      const found = await loadForCommand(tx, ids, context)
      const choices = await choicesFor(tx, rows, found, context.now)
      const changes: Change[] = []
      const outcomes = rows.map((row) => outcomeOf(row, found.get(row.id.toLowerCase()), choices, changes))
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
  return (await performCommands([{ ...row, command }], context))[0] as CommandOutcome
}

type Choices = ReadonlyMap<string, readonly SignerChoice[]>

/** Who may sign, by trainee; asked for only where something is sent. */
async function choicesFor(
  tx: Tx,
  rows: readonly CommandedRow[],
  found: ReadonlyMap<string, Loaded>,
  now: Date,
): Promise<Choices> {
  const sending = rows.filter(({ command }) => command.name === 'SEND_FOR_SIGNING')
  const trainees = sending.flatMap(({ id }) => found.get(id.toLowerCase())?.row.traineeId ?? [])
  return trainees.length === 0 ? new Map() : signerChoicesOf(tx, [...new Set(trainees)], now)
}

function outcomeOf(
  { id, expectedVersion, command }: CommandedRow,
  loaded: Loaded | undefined,
  choices: Choices,
  changes: Change[],
): CommandOutcome {
  if (!loaded) return { kind: 'not-found', id }
  const currentVersion = loaded.row.version
  if (currentVersion !== expectedVersion) return { kind: 'stale', id, expectedVersion, currentVersion }
  const decision = decideLoaded(loaded, command, choices)
  if (!decision.accepted) return { kind: 'refused', id, code: decision.code }
  changes.push({ ...loaded, ...decision })
  return { kind: 'done', id, launchUrl: loaded.row.definition.launchUrl }
}

/** What comes of a command given to an activity that is loaded, of whose signers of the day these are the choices. */
export const decideLoaded = (loaded: Loaded, command: CommandInput, choices: Choices) =>
  decideActivity(loaded.activity, resolve(command, loaded, choices), loaded.situation)

function resolve(input: CommandInput, { row }: Loaded, choices: Choices): ActivityCommand {
  const command = 'comment' in input ? { ...input, comment: cleanText(input.comment) } : input
  if (command.name !== 'SEND_FOR_SIGNING') return command
  const { name, signerId, comment } = command
  const choice = choices.get(row.traineeId)?.find(({ person }) => person.id === signerId)
  if (choice) return { name, comment, signer: { personId: signerId, role: choice.role } }
  // Their own: the decision tells that from somebody who is merely no choice.
  return {
    name,
    comment,
    signer: signerId === row.traineeId ? { personId: signerId, role: 'SUPERVISOR' } : null,
  }
}
