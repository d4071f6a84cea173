import { untrack } from 'svelte'
import type { CatchUp } from './live.svelte.ts'
import type { QueueList } from './list.ts'
import type { QueueEvent } from './row.ts'
import type { QueueWork } from './work.svelte.ts'

type Source = {
  work: QueueWork
  catchUp: CatchUp
  /** What the page's load read; a new object whenever the tab, the scope or the search changes. */
  list: () => QueueList | undefined
  /** The row that the address asks for. */
  wanted: () => string | null
  read: (after: string | null) => Promise<QueueList | undefined>
  follow: (after: string, on: { event: (event: QueueEvent) => void; resync: () => void }) => () => void
}

export type OpenQueue = {
  readonly more: { total: number; busy: boolean; load: () => void } | undefined
}

/** Joins one queue's reading, its live stream and its state. Call it while the page's component initialises. */
export const useQueue = ({ work, catchUp, list, wanted, read, follow }: Source): OpenQueue => {
  let taken = untrack(list)
  let cursor = $state.raw(taken?.cursor)
  let next = $state.raw(taken?.next ?? null)
  let total = $state.raw(taken?.total ?? 0)
  let busy = $state(false)

  const take = (fresh: QueueList): void => {
    if (fresh.tab !== work.state.tab) work.receipts.clear()
    // Age says something of what waits only.
    if (fresh.tab !== 'WAITING') work.step({ type: 'group', by: 'trainee' })
    work.step({ type: 'read', ...fresh, current: wanted() })
    cursor = fresh.cursor
    next = fresh.next
    total = fresh.total
  }
  if (taken) take(taken)

  $effect.pre(() => {
    const fresh = list()
    if (!fresh || fresh === taken) return
    taken = fresh
    untrack(() => take(fresh))
  })

  const reread = async (): Promise<void> => {
    const fresh = await read(null)
    if (!fresh) return
    work.step({ type: 'reread', rows: fresh.rows, counts: fresh.counts, complete: fresh.next === null })
    cursor = fresh.cursor
  }

  $effect(() => {
    // A list that is read anew has its own stream, also when nothing has happened since.
    list()
    const after = cursor
    if (after === undefined) return
    return follow(after, {
      event(event) {
        catchUp.event()
        work.step({ type: 'event', event })
      },
      resync: () => void reread(),
    })
  })
  catchUp.watch()

  const loadMore = async (): Promise<void> => {
    busy = true
    const page = await read(next)
    busy = false
    if (!page) return
    work.step({ type: 'more', rows: page.rows })
    next = page.next
    total = page.total
  }

  return {
    get more() {
      return next === null ? undefined : { total, busy, load: () => void loadMore() }
    },
  }
}
