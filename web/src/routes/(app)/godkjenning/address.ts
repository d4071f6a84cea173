import { oneOf } from '#lib/queue/list.ts'
import { type ApprovalScope, approvalScopes, type ApprovalTab, approvalTabs } from './rows.ts'

const faner = { venter: 'WAITING', avvist: 'REJECTED', godkjent: 'APPROVED' } as const

type Params = { get: (name: string) => string | null }

/** The tab and the scope that an address names; the first of each when it names none. */
export const readAddress = (params: Params): { tab: ApprovalTab; scope: ApprovalScope } => ({
  tab: oneOf(approvalTabs, faner[(params.get('fane') ?? '') as keyof typeof faner] ?? null),
  scope: oneOf(approvalScopes, params.get('omfang')),
})

/** A goal's page, opened from the queue: it leads on through the same tab and scope. */
export const goalHref = (id: string, params: Params): string => {
  const next = new URLSearchParams({ fra: 'godkjenning' })
  for (const name of ['fane', 'omfang']) {
    const value = params.get(name)
    if (value) next.set(name, value)
  }
  return `/mal/${id}?${next}`
}
