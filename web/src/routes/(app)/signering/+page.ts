import { oneOf, readFresh } from '#lib/queue/list.ts'
import type { PageLoad } from './$types'
import { SigningQueuePage } from './operations.ts'
import { signingList, signingTabs } from './rows.ts'

const scopes = ['MINE', 'AS_DEPUTY'] as const
const faner = { venter: 'WAITING', avvist: 'REJECTED', signert: 'SIGNED' } as const

/** The tab, the scope and the search stand in the address, so that each has a link and Back leads to it. */
export const load: PageLoad = async ({ fetch, url }) => {
  const tab = oneOf(signingTabs, faner[(url.searchParams.get('fane') ?? '') as keyof typeof faner] ?? null)
  const scope = oneOf(scopes, url.searchParams.get('omfang'))
  const search = url.searchParams.get('sok') ?? ''
  const ask = { tab, scope, filter: search ? { search } : null }
  const data = await readFresh(SigningQueuePage, { ...ask, after: null }, { fetch })
  return { ask, search, list: data && signingList(data, tab) }
}
