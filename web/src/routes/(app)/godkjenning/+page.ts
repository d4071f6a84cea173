import { readFresh } from '#lib/queue/list.ts'
import type { PageLoad } from './$types'
import { readAddress } from './address.ts'
import { ApprovalQueuePage } from './operations.ts'
import { approvalList } from './rows.ts'

/** The tab, the scope and the search stand in the address, so that each has a link and Back leads to it. */
export const load: PageLoad = async ({ fetch, url }) => {
  const where = readAddress(url.searchParams)
  const search = url.searchParams.get('sok') ?? ''
  const ask = { ...where, filter: search ? { search } : null }
  const data = await readFresh(ApprovalQueuePage, { ...ask, after: null }, { fetch })
  return { ask, search, list: data && approvalList(data, where) }
}
