import type { AnyVariables, TypedDocumentNode } from '@urql/core'
import { graph } from '#lib/graph/index.ts'

/** What is known of one item beside its row; `missing` when the portal cannot say it now. */
export type Followed<Data> = {
  readonly data: Data | undefined
  readonly missing: boolean
  /** Asks the server again. */
  retry(): void
}

/** Reads one item anew and follows it in the cache for as long as the component lives. */
export const follow = <Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: () => Variables,
): Followed<Data> => {
  let data = $state.raw<Data>()
  let missing = $state(false)
  $effect(() => {
    const { unsubscribe } = graph()
      .query(document, variables(), { requestPolicy: 'cache-and-network' })
      .subscribe((answer) => {
        data = answer.data ?? data
        missing = Boolean(answer.error)
      })
    return unsubscribe
  })
  return {
    get data() {
      return data
    },
    get missing() {
      return missing
    },
    retry() {
      void graph().query(document, variables(), { requestPolicy: 'network-only' }).toPromise()
    },
  }
}
