import { pageOf } from './sizes.ts'

/** What a page of a thing's history is, for `relatedConnection`: the oldest first. */
export const historyPage = {
  cursor: 'id' as const,
  totalCount: true,
  ...pageOf(20),
  query: { orderBy: [{ at: 'asc' as const }, { id: 'asc' as const }] },
}
