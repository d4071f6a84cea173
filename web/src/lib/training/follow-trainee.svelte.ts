import type { TypedDocumentNode } from '@urql/core'
import { page } from '$app/state'
import { listen } from '#lib/graph/index.ts'
import type { Viewer } from '#lib/shell/viewer.ts'
import { afterPause } from '#lib/ui/index.ts'

/** Events that come together, such as of fifty signatures, cause one read. */
const TOGETHER_MS = 150

type Shell = { viewer?: { data?: { viewer?: Viewer } } } | undefined

type Followed<Data> = {
  document: TypedDocumentNode<Data, { traineeId: string; after?: string | null }>
  /** Undefined: follows no trainee. */
  traineeId: () => string | undefined
  /** Where the stream begins: at the reading of the first page, so that nothing falls between page and stream. */
  firstRead: (viewer: Viewer) => string | undefined
  /** Reads again what the page shows. */
  refresh: () => void
}

/** Follows what happens to one trainee, for as long as the component lives. */
export const followTrainee = <Data>({ document, traineeId, firstRead, refresh }: Followed<Data>): void => {
  // By value: what is read again must not begin the stream again.
  const id = $derived(traineeId())
  const viewer = (page.data as Shell)?.viewer?.data?.viewer
  let begin = $state.raw(viewer && firstRead(viewer))
  const { soon: refreshSoon } = afterPause(refresh, TOGETHER_MS)
  listen({
    document,
    variables: () => (id === undefined ? undefined : { traineeId: id, after: begin ?? null }),
    onEvent: refreshSoon,
    onResync: () => {
      begin = undefined
      refreshSoon()
    },
  })
}
