import type { GraphContext } from '@kompetanse/graph'
import type { Decision } from './decision.ts'
import { done, notFound, stale, type NotDone, type Outcome } from './outcome.ts'

/** A command as it is given to one thing, whose id is a `Key`. */
export interface Given<Command, Key extends string = string> {
  readonly id: Key
  /** What the actor saw; anything newer is stale. Null where nothing that was seen is decided on: a comment. */
  readonly expectedVersion: number | null
  readonly command: Command
}

/** A thing as a command finds it: its row, and whatever else a decision rests on. */
interface Found {
  readonly row: { readonly version: number }
}

/** The id by which a command names what was found; a text where its row has none. */
type KeyOf<Loaded extends Found> = Loaded['row'] extends { readonly id: infer Key extends string }
  ? Key
  : string

/** What a command that was accepted leaves to be written: the thing as it was found, and the step it takes. */
export type Change<Loaded extends Found, Step extends object> = Loaded & Step & { readonly id: KeyOf<Loaded> }

/** What all commands on one kind of thing go through. */
export interface Kind<
  Tx,
  Loaded extends Found,
  Command,
  Step extends object,
  Code extends string,
  More extends object,
> {
  /** Begins a transaction: `(work) => database.$transaction(work)`. */
  readonly transaction: <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>
  /**
   * Those of the things that the actor may see, by their ids, locked until the transaction ends, in the order of ids. The
   * number of statements does not depend on how many there are.
   */
  readonly load: (
    tx: Tx,
    rows: readonly Given<Command, KeyOf<Loaded>>[],
    context: GraphContext,
  ) => Promise<ReadonlyMap<KeyOf<Loaded>, Loaded>>
  /** Pure. */
  readonly decide: (loaded: Loaded, command: Command) => Decision<Step, Code, More>
  /** Writes rows, history, records, queue events and messages: one statement of each. */
  readonly save: (
    tx: Tx,
    changes: readonly Change<NoInfer<Loaded>, NoInfer<Step>>[],
    context: GraphContext,
  ) => Promise<void>
}

/**
 * What else one command writes, in the same transaction and before the thing is saved; it may add to what is saved, or
 * refuse all of it.
 */
export type Also<Tx, Of, Made, Code extends string = never> = (
  tx: Tx,
  change: Of,
) => Promise<NotDone<Code> | Beside<Of, Made>>

interface Beside<Of, Made> {
  readonly made: Made
  readonly change?: Of
}

/**
 * The one way to give a command: load what is visible → stale? → decide → save, in one transaction.
 * `const commands = commandsOn({ transaction, load, decide, save })`
 */
export function commandsOn<
  Tx,
  Loaded extends Found,
  Command,
  Step extends object,
  Code extends string,
  More extends object = object,
>(kind: Kind<Tx, Loaded, Command, Step, Code, More>) {
  type Of = Change<Loaded, Step>
  type Row = Given<Command, KeyOf<Loaded>>

  const performAllIn = async (
    tx: Tx,
    rows: readonly Row[],
    context: GraphContext,
  ): Promise<readonly Outcome<Of, Code, More>[]> => {
    const found = await kind.load(tx, rows, context)
    const outcomes = rows.map((row) => outcomeOf(kind, row, found.get(row.id)))
    const changes = outcomes.flatMap((outcome) => (outcome.kind === 'done' ? outcome.value : []))
    await kind.save(tx, changes, context)
    return outcomes
  }

  /** Gives every row its command. A row that is refused holds up no other (B01); outcomes in the order of the rows. */
  const performAll = (rows: readonly Row[], context: GraphContext) =>
    kind.transaction((tx) => performAllIn(tx, rows, context))

  /** Gives one thing its command in a transaction that has begun: another command does this one too. */
  const performIn = async (tx: Tx, row: Row, context: GraphContext): Promise<Outcome<Of, Code, More>> =>
    (await performAllIn(tx, [row], context))[0] ?? notFound(row.id)

  const perform = (row: Row, context: GraphContext) => kind.transaction((tx) => performIn(tx, row, context))

  /** The same for one thing, with something of its own beside it: a comment, an attachment. */
  const performWith = <Made, Other extends string = never>(
    row: Row,
    also: Also<Tx, Of, Made, Other>,
    context: GraphContext,
  ) =>
    kind.transaction(async (tx): Promise<Outcome<Of & { readonly made: Made }, Code | Other, More>> => {
      const found = await kind.load(tx, [row], context)
      const outcome = outcomeOf(kind, row, found.get(row.id))
      if (outcome.kind !== 'done') return outcome
      const beside = await also(tx, outcome.value)
      if (!('made' in beside)) return beside
      const change = beside.change ?? outcome.value
      await kind.save(tx, [change], context)
      return done({ ...change, made: beside.made })
    })

  return { performAll, perform, performIn, performWith }
}

function outcomeOf<
  Tx,
  Loaded extends Found,
  Command,
  Step extends object,
  Code extends string,
  More extends object,
>(
  { decide }: Kind<Tx, Loaded, Command, Step, Code, More>,
  { id, expectedVersion, command }: Given<Command, KeyOf<Loaded>>,
  loaded: Loaded | undefined,
): Outcome<Change<Loaded, Step>, Code, More> {
  if (!loaded) return notFound(id)
  const { version } = loaded.row
  if (expectedVersion !== null && expectedVersion !== version) return stale(expectedVersion, version)
  const decision = decide(loaded, command)
  return decision.kind === 'refused' ? { ...decision, id } : done({ ...loaded, ...decision, id })
}
