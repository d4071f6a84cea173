import type { AnyVariables, TypedDocumentNode } from '@urql/core'
import { graph } from '#lib/graph/index.ts'

/** The details of one item beside its row; `missing` when they could not be fetched. */
export type Followed<Data> = {
  readonly data: Data | undefined
  readonly missing: boolean
  /** Sends the query again. */
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
