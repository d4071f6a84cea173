/** One page of a list in the graph. */
type Page<Row> = {
  totalCount?: number
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
  edges: readonly { node: Row }[]
}

/**
 * A list that is read a page at a time, each appended to the last. `given`: the first page, where it came with another
 * query. `rows` is undefined until a page has come; `isMissing` tells that the last page could not be fetched.
 */
export const pages = <Row>(
  ask: (after: string | null) => Promise<Page<Row> | null | undefined>,
  given?: () => Page<Row> | undefined,
) => {
  let read = $state.raw<readonly Page<Row>[]>([])
  let busy = $state(false)
  let isMissing = $state(false)
  const all = $derived([given?.() ?? [], read].flat())
  const last = $derived(all.at(-1))

  return {
    async more(): Promise<void> {
      if (busy) return
      busy = true
      const page = await ask(last?.pageInfo.endCursor ?? null)
      busy = false
      isMissing = !page
      if (page) read = [...read, page]
    },
    get rows(): Row[] | undefined {
      return last && all.flatMap(({ edges }) => edges.map(({ node }) => node))
    },
    get total(): number {
      return last?.totalCount ?? 0
    },
    get hasMore(): boolean {
      return last?.pageInfo.hasNextPage ?? false
    },
    get busy(): boolean {
      return busy
    },
    get isMissing(): boolean {
      return isMissing
    },
  }
}
