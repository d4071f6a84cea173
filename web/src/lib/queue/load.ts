import type { Ask, Params, Queue } from './definition.ts'
import type { QueueList } from './list.ts'
import type { Scope } from './scopes.ts'

/** The tab and the scope that an address names; the first of each when it names none. */
export const addressOf = <Tab extends string, Among extends Scope>(
  { tabs, scopes }: Queue<Tab, Among>,
  params: Params,
): { tab: Tab; scope: Among } => ({
  tab: (tabs.find(({ fane }) => fane === params.get('fane')) ?? tabs[0]).name,
  scope: scopes.find((scope) => scope === params.get('omfang')) ?? scopes[0],
})

/** What a queue's page is drawn from; `list` is undefined when there was no answer. */
export type QueueData = { ask: Ask; search: string; list: QueueList | undefined }

/** The tab, the scope and the search are in the address, so that each has a link and Back leads to it. */
export const loadQueue = async (
  queue: Queue,
  { fetch, url }: { fetch: typeof globalThis.fetch; url: URL },
): Promise<QueueData> => {
  const search = url.searchParams.get('sok') ?? ''
  const ask = { ...addressOf(queue, url.searchParams), filter: search ? { search } : null }
  return { ask, search, list: await queue.read(ask, null, { fetch }) }
}
