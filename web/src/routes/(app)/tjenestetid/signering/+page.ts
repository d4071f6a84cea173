import { oneOf, readFresh } from '#lib/queue/list.ts'
import type { PageLoad } from './$types'
import { ServiceTimeQueuePage } from './operations.ts'
import { timeList, timeTabs } from './rows.ts'

const scopes = ['MINE', 'AS_DEPUTY', 'MY_TRAINEES'] as const
const faner = { venter: 'WAITING', signert: 'SIGNED', avvist: 'REJECTED' } as const

/** The tab, the scope and the search stand in the address, so that each has a link and Back leads to it. */
export const load: PageLoad = async ({ fetch, url }) => {
  const tab = oneOf(timeTabs, faner[(url.searchParams.get('fane') ?? '') as keyof typeof faner] ?? null)
  const scope = oneOf(scopes, url.searchParams.get('omfang'))
  const search = url.searchParams.get('sok') ?? ''
  const ask = { tab, scope, filter: search ? { search } : null }
  const data = await readFresh(ServiceTimeQueuePage, { ...ask, after: null }, { fetch })
  return { ask, search, list: data && timeList(data, tab) }
}
