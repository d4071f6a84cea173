import type { AnyVariables, CombinedError, TypedDocumentNode } from '@urql/core'
import { untrack } from 'svelte'
import { graph } from './client.ts'
import { type Answer, knownAfter } from './known-after.ts'
import type { Loaded } from './load.ts'

/** The result of a page's query, updated from the cache. */
export interface Live<Data> {
  readonly data: Data | undefined
  readonly error: CombinedError | undefined
  /** A newer result is being fetched; the present one is shown meanwhile. */
  readonly stale: boolean
  /** Sends the query again, past the cache. Resolves once it is answered, whatever the answer; never rejects. */
  refresh(): Promise<void>
}

/**
 * Follows the query of `load`: returns its first result at once, on the server too, then every change that reaches
 * the normalised cache. Call it while a component initialises; give the loaded answer as a function, since the
 * page gets a new one when its address changes.
 */
export const live = <Data, Variables extends AnyVariables>(
  source: () => Loaded<Data, Variables>,
): Live<Data> => {
  let latest = $state.raw<{ of: Loaded<Data, Variables>; answer: Answer<Data> }>()

  $effect(() => {
    const of = source()
    const { unsubscribe } = graph()
      .query(of.document, of.variables)
      .subscribe(({ data, error, stale }) => {
        latest = {
          of,
          answer: knownAfter(
            untrack(() => now),
            { data, error, stale },
          ),
        }
      })
    return unsubscribe
  })

  const now = $derived.by((): Answer<Data> => {
    const of = source()
    return latest?.of === of ? latest.answer : { data: of.data, error: of.error, stale: false }
  })

  return {
    get data() {
      return now.data
    },
    get error() {
      return now.error
    },
    get stale() {
      return now.stale
    },
    async refresh() {
      const { document, variables } = source()
      await graph().query(document, variables, { requestPolicy: 'network-only' }).toPromise()
    },
  }
}

/** The stream cannot go on from where it was: read the list again and start from its new position. */
export const RESYNC = 'SUBSCRIPTION_RESYNC'

const mustResync = (error: CombinedError | undefined): boolean =>
  error?.graphQLErrors.some((one) => one.extensions['code'] === RESYNC) ?? false

type Listener<Data, Variables extends AnyVariables> = {
  document: TypedDocumentNode<Data, Variables>
  /** Read again whenever it changes; undefined means: do not listen yet. */
  variables: () => Variables | undefined
  onEvent?: (event: Data) => void
  /** Called when events may have been missed. */
  onResync?: () => void
}

/** Listens to a subscription for as long as the component lives. Browser only: the server renders no stream. */
export const listen = <Data, Variables extends AnyVariables>(to: Listener<Data, Variables>): void => {
  $effect(() => {
    const variables = to.variables()
    if (!variables) return
    const { unsubscribe } = graph()
      .subscription(to.document, variables)
      .subscribe(({ data, error }) => {
        if (mustResync(error)) to.onResync?.()
        else if (data) to.onEvent?.(data)
      })
    return unsubscribe
  })
}
