import type { Counts, Item, ItemRow, QueueCommand, QueueEvent, QueueRow } from './row.ts'
import type { QueueList } from './list.ts'

/** A page of a queue, as each of them is answered. */
export type QueueConnection<Thing> = {
  readonly totalCount: number
  readonly counts: object
  readonly eventCursor: string
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  readonly edges: readonly { readonly node: Thing }[]
}

/** One event of a queue's subscription. */
export type QueueChange<Thing> = {
  readonly change: QueueEvent['change']
  readonly id: string
  /** Null when it is no longer the reader's to see. */
  readonly entry: { readonly tab: string; readonly item: Thing } | null
  readonly counts: object
}

/** How a queue reads a thing: which of its commands are which of a queue, and what its row shows. */
export type Reading<Thing extends Item> = {
  readonly means: Partial<Record<Thing['availableCommands'][number], QueueCommand>>
  /** `scope`: among requests to several persons a row shows to whom it was sent. */
  readonly row: (
    thing: Thing,
    where: { tab: string; scope: string },
  ) => Pick<QueueRow, 'code' | 'title' | 'text' | 'date' | 'waitingDays' | 'settled' | 'to'>
}

/** The graph counts by names in lower case, the tabs are named in upper. */
export const countsOf = (counts: object): Counts =>
  Object.fromEntries(
    Object.entries(counts)
      .filter(([, count]) => typeof count === 'number')
      .map(([name, count]) => [name.toUpperCase(), count as number]),
  )

export const rowOf = <Thing extends Item>(
  { means, row }: Reading<Thing>,
  thing: Thing,
  where: { tab: string; scope: string },
): ItemRow<Thing> => {
  const { id, version, availableCommands, trainee } = thing
  const own = row(thing, where)
  return {
    ...own,
    item: thing,
    ...{ id, version, tab: where.tab },
    commands: availableCommands.flatMap((name: Thing['availableCommands'][number]) => means[name] ?? []),
    trainee: { id: trainee.id, name: trainee.displayName, position: trainee.position ?? '' },
    waitingDays: where.tab === 'WAITING' ? own.waitingDays : null,
  }
}

export const listOf = <Thing extends Item>(
  reading: Reading<Thing>,
  queue: QueueConnection<Thing>,
  where: { tab: string; scope: string },
): QueueList<ItemRow<Thing>> => ({
  tab: where.tab,
  rows: queue.edges.map(({ node }) => rowOf(reading, node, where)),
  counts: countsOf(queue.counts),
  cursor: queue.eventCursor,
  total: queue.totalCount,
  next: queue.pageInfo.hasNextPage ? queue.pageInfo.endCursor : null,
})

export const eventOf = <Thing extends Item>(
  reading: Reading<Thing>,
  { change, id, entry, counts }: QueueChange<Thing>,
  scope: string,
): QueueEvent => ({
  ...{ change, id },
  row: entry && rowOf(reading, entry.item, { tab: entry.tab, scope }),
  counts: countsOf(counts),
})
