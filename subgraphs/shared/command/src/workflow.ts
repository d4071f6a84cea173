/** What follows from a workflow that is written as a table, status → command → status. `domain/` may import this file. */
import { acceptedUnless, refused, type Decision } from './decision.ts'

/** The statuses from which a command is possible, by a table or any of several. */
export type From<Table, Name extends string> = Table extends unknown
  ? { [Status in keyof Table]: Name extends keyof Table[Status] ? Status : never }[keyof Table]
  : never

/** The statuses that it leads to. */
export type To<Table, Name extends string> = Table extends unknown
  ? { [Status in keyof Table]: Name extends keyof Table[Status] ? Table[Status][Name] : never }[keyof Table]
  : never

type Named<Command, Name extends string> = Command extends { readonly name: infer Names }
  ? Name extends Names
    ? Command & { readonly name: Name }
    : never
  : never

/**
 * One step for each command: from the statuses in which its table has the command, to those where the table leads. To which
 * of them from which one is for the tests of the room.
 */
export type Steps<
  Table,
  Thing extends { readonly status: string },
  Command extends { readonly name: string },
  Situation,
> = {
  readonly [Name in Command['name']]: (
    thing: Extract<Thing, { readonly status: From<Table, Name> }>,
    command: Named<Command, Name>,
    situation: Situation,
  ) => Extract<Thing, { readonly status: To<Table, Name> }>
}

/** What a command that the table lets through makes of a thing. */
export const stepping =
  <Table, Thing extends { readonly status: string }, Command extends { readonly name: string }, Situation>(
    steps: Steps<Table, Thing, Command, Situation>,
  ) =>
  (thing: Thing, command: Command, situation: Situation): Thing => {
    // The table let the command through, so the thing is as its step expects it.
    const step = steps[command.name as Command['name']] as (...given: unknown[]) => Thing
    return step(thing, command, situation)
  }

/** Where a table leads a command from a status; undefined where it is not possible. */
export const targetOf = <Status extends string, Target extends string>(
  table: Readonly<Record<Status, Readonly<Partial<Record<string, Target>>>>>,
  status: NoInfer<Status>,
  command: string,
): Target | undefined => table[status][command]

/** The three questions of every command. */
export interface Questions<Code extends string> {
  /** Is it possible in this state? */
  readonly impossible: Code | null
  /** Is it permitted to this actor? */
  readonly forbidden: Code | null
  /** Is what was given complete and right? Asked last, since it may rest on the two others. */
  readonly incomplete: () => Code | null
}

/** Why a command is refused, or null: the first answer, in the one order in which commands are judged. */
export const refusalOf = <Code extends string>({
  impossible,
  forbidden,
  incomplete,
}: Questions<Code>): Code | null => impossible ?? forbidden ?? incomplete()

/** The same of a command whose target is written down: why it has none is what is impossible. */
export function decideTo<Target extends string, Code extends string, Step extends object>(
  to: Target | undefined,
  { impossible, ...rest }: Omit<Questions<Code>, 'impossible'> & { readonly impossible: Code },
  step: (to: Target) => Step,
): Decision<Step, Code> {
  if (to === undefined) return refused(impossible)
  return acceptedUnless(refusalOf({ impossible: null, ...rest }), step(to))
}
