import { running } from '@kompetanse/directory'
import { today } from '@kompetanse/directory/day'
import { cleanText, isId, type GraphContext } from '@kompetanse/graph'
import { database, type Tx } from '../../database.ts'
import { decidePeriod } from '../domain/decide.ts'
import type { PeriodCommand } from '../domain/period.ts'
import { loadForCommand, type Loaded } from '../persistence/load.ts'
import { saveChanges, type Change } from '../persistence/save.ts'
import type { CommandOutcome } from './outcome.ts'

/** A command as the client gives it: persons are ids, and texts are not yet cleaned. */
export type CommandInput =
  | Exclude<PeriodCommand, { name: 'EDIT' | 'SEND_FOR_SIGNING' }>
  | { readonly name: 'REMOVE' }
  | { readonly name: 'SEND_FOR_SIGNING'; readonly signerId: string }

export interface CommandRow {
  readonly id: string
  /** What the actor saw; anything newer is StaleVersion. */
  readonly expectedVersion: number
}

/**
 * Gives all rows the command, in one transaction: load what is visible → stale? → decide → save with history,
 * record, queue event and message. A row that is refused does not hold up the others (B01). Outcomes come in the
 * order of the rows; the number of statements does not depend on how many there are.
 */
export function performCommands(
  rows: readonly CommandRow[],
  command: CommandInput,
  context: GraphContext,
): Promise<readonly CommandOutcome[]> {
  return database.$transaction(
    async (tx) => {
      const ids = rows.map(({ id }) => id.toLowerCase()).filter(isId)
      const found = await loadForCommand(tx, ids, context)
      const leads = command.name === 'SEND_FOR_SIGNING' && (await leadersOf(tx, found, context.now))
      const changes: Change[] = []
      const outcomes = rows.map((row) => {
        const loaded = found.get(row.id.toLowerCase())
        return outcomeOf(row, loaded, (of) => resolve(command, of, leads || new Map()), changes)
      })
      await saveChanges(tx, changes)
      return outcomes
    },
    { timeout: 15_000 },
  )
}

/** The same for one period. */
export async function performCommand(
  row: CommandRow,
  command: CommandInput,
  context: GraphContext,
): Promise<CommandOutcome> {
  return (await performCommands([row], command, context))[0] as CommandOutcome
}

type Leaders = ReadonlyMap<string, ReadonlySet<string>>

/** Who leads the trainees today, and is still there. */
async function leadersOf(tx: Tx, found: ReadonlyMap<string, Loaded>, now: Date): Promise<Leaders> {
  const trainees = [...new Set([...found.values()].map(({ row }) => row.traineeId))]
  const rows = await tx.relation.findMany({
    where: {
      traineeId: { in: trainees },
      kind: 'LEADER',
      ...running(today(now)),
      person: { active: true },
    },
    select: { traineeId: true, personId: true },
  })
  const byTrainee = Map.groupBy(rows, ({ traineeId }) => traineeId)
  return new Map([...byTrainee].map(([id, all]) => [id, new Set(all.map(({ personId }) => personId))]))
}

function resolve(input: CommandInput, { row }: Loaded, leaders: Leaders): PeriodCommand {
  if ('comment' in input) return { ...input, comment: cleanText(input.comment) }
  if (input.name !== 'SEND_FOR_SIGNING') return { name: 'REMOVE' }
  const { name, signerId } = input
  // Their own is told apart from somebody who merely does not lead them.
  const known = signerId === row.traineeId || leaders.get(row.traineeId)?.has(signerId)
  return { name, signerId: known ? signerId : null }
}

/** Stale, refused, or done: then what changes is added to `changes`. */
export function outcomeOf(
  { id, expectedVersion }: CommandRow,
  loaded: Loaded | undefined,
  commandFor: (loaded: Loaded) => PeriodCommand,
  changes: Change[],
): CommandOutcome {
  if (!loaded) return { kind: 'not-found', id }
  const currentVersion = loaded.row.version
  if (currentVersion !== expectedVersion) return { kind: 'stale', id, expectedVersion, currentVersion }
  const decision = decidePeriod(loaded.period, commandFor(loaded), loaded.situation)
  if (!decision.accepted) return { kind: 'refused', id, code: decision.code }
  changes.push({ ...loaded, ...decision })
  return { kind: 'done', id, withdrewSignature: loaded.period.status === 'SIGNED' }
}
