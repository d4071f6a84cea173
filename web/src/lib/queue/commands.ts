import type { Outcome } from '#lib/command/index.ts'

/** The row that a command means, at the version that the reader saw. */
export type VersionedId = { id: string; expectedVersion: number }

/** The graph's answer to one command for many rows: an outcome for each, or one refusal of them all. */
export type BulkAnswer = Outcome & {
  readonly counts?: object
  readonly rows?: readonly { readonly id: string; readonly outcome: Outcome }[]
}

/** The last command on a row, by whom and when; the command has the graph's own name. */
export type LastStep = { readonly command: string; readonly by: string; readonly at: string }

/** What a queue's page can have done, by the commands of its own graph. */
export type QueueCommands = {
  readonly accept: (input: { rows: VersionedId[]; comment: string | null }) => Promise<BulkAnswer>
  readonly reject: (input: { rows: VersionedId[]; comment: string }) => Promise<BulkAnswer>
  /** Takes one acceptance back; a queue without it has no way back. */
  readonly undo?: (row: VersionedId, comment: string | null) => Promise<Outcome>
  /** The step that was first, for a row that could not be done. Undefined when it cannot be fetched. */
  readonly lastStep: (id: string) => Promise<LastStep | undefined>
}

/** Takes back one after the other, since each is a record of its own; answers as a command for many does. */
export const undoEach = async (
  undo: NonNullable<QueueCommands['undo']>,
  rows: readonly VersionedId[],
  comment: string | null,
): Promise<BulkAnswer> => {
  const answers: { id: string; outcome: Outcome }[] = []
  for (const row of rows) answers.push({ id: row.id, outcome: await undo(row, comment) })
  return { __typename: 'UndoSuccess', rows: answers }
}

const isVersioned = (one: unknown): one is { version: number } =>
  typeof one === 'object' && one !== null && 'version' in one

/** The version of a row after a command, from the thing in its answer. */
export const versionOf = (done: Outcome): number | undefined =>
  (Object.values(done) as unknown[]).find(isVersioned)?.version
