import type { Id } from '@kompetanse/schema/ids'

/** In whose queue something is, and in which tab. */
export interface QueuePlace<Tab extends string> {
  readonly personId: Id<'Person'>
  readonly tab: Tab
}

/** What happened to one request: sent, moved between tabs, taken back, sent to somebody else. */
export interface QueueChange<Kind extends string, Tab extends string> {
  /** Which of the subgraph's queues. */
  readonly kind: Kind
  /** What was sent. */
  readonly subjectId: string
  readonly traineeId: Id<'Person'>
  /** Null where it was, or is, in nobody's queue. */
  readonly before: QueuePlace<Tab> | null
  readonly after: QueuePlace<Tab> | null
}

interface Row<Kind, Tab> {
  kind: Kind
  subjectId: string
  traineeId: Id<'Person'>
  beforePersonId: Id<'Person'> | null
  beforeTab: Tab | null
  afterPersonId: Id<'Person'> | null
  afterTab: Tab | null
}

/** A transaction of a subgraph whose Prisma client has the model QueueEvent. */
export interface QueueTransaction<Kind, Tab> {
  readonly queueEvent: { createMany(args: { data: Row<Kind, Tab>[] }): PromiseLike<unknown> }
}

/**
 * Writes what happened to queues, in the transaction that made it happen; open queues hear of it at the commit.
 * One statement however many changes; changes that touch no queue are left out.
 */
export async function appendQueueEvents<Kind extends string, Tab extends string>(
  tx: QueueTransaction<Kind, Tab>,
  changes: readonly QueueChange<Kind, Tab>[],
): Promise<void> {
  const data = changes
    .filter(({ before, after }) => before ?? after)
    .map(({ kind, subjectId, traineeId, before, after }) => ({
      ...{ kind, subjectId, traineeId },
      beforePersonId: before?.personId ?? null,
      beforeTab: before?.tab ?? null,
      afterPersonId: after?.personId ?? null,
      afterTab: after?.tab ?? null,
    }))
  if (data.length > 0) await tx.queueEvent.createMany({ data })
}
