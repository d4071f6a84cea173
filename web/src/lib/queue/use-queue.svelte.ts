import { untrack } from 'svelte'
import type { Queue } from './definition.ts'
import type { CatchUp } from './live.svelte.ts'
import type { QueueList } from './list.ts'
import type { QueueData } from './load.ts'
import type { QueueWork } from './work.svelte.ts'

type Source = {
  queue: Queue
  work: QueueWork
  catchUp: CatchUp
  /** What the page's load read; its list is a new object whenever the tab, the scope or the search changes. */
  data: () => QueueData
  /** The row in the address. */
  wanted: () => string | null
}

export type OpenQueue = {
  readonly more: { total: number; busy: boolean; load: () => void } | undefined
}

/** Joins one queue's reading, its live stream and its state. Call it while the page's component initialises. */
export const useQueue = ({ queue, work, catchUp, data, wanted }: Source): OpenQueue => {
  const list = () => data().list
  let taken = untrack(list)
  let cursor = $state.raw(taken?.cursor)
  let next = $state.raw(taken?.next ?? null)
  let total = $state.raw(taken?.total ?? 0)
  let busy = $state(false)

  const take = (fresh: QueueList): void => {
    if (fresh.tab !== work.state.tab) work.receipts.clear()
    // Only waiting rows have an age.
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
    const fresh = await queue.read(data().ask, null)
    if (!fresh) return
    work.step({ type: 'reread', rows: fresh.rows, counts: fresh.counts, complete: fresh.next === null })
    cursor = fresh.cursor
  }

  $effect(() => {
    // A list that is read anew has its own stream, also when nothing has happened since.
    list()
    const after = cursor
    if (after === undefined) return
    return queue.follow(
      untrack(() => data().ask.scope),
      after,
      {
        event(event) {
          catchUp.event()
          work.step({ type: 'event', event })
        },
        resync: () => void reread(),
      },
    )
  })
  catchUp.watch()

  const loadMore = async (): Promise<void> => {
    busy = true
    const page = await queue.read(data().ask, next)
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
