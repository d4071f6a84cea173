import type { TypedDocumentNode } from '@urql/core'
import type { IconName, Status } from '#lib/ui/index.ts'
import type { QueueCommands } from './commands.ts'
import { type QueueList, readFresh } from './list.ts'
import { type Follower, followQueue } from './live.svelte.ts'
import { eventOf, listOf, type QueueChange, type QueueConnection, type Reading } from './read.ts'
import type { Item, ItemRow } from './row.ts'
import type { Scope } from './scopes.ts'
import type { QueueWords } from './words.ts'

/** The variables of a queue's query, without the page. */
export type Ask<Tab extends string = string, Among extends Scope = Scope> = {
  readonly tab: Tab
  readonly scope: Among
  readonly filter: { readonly search: string } | null
}

type Drawn<Tab extends string, Among extends Scope> = {
  readonly words: QueueWords
  readonly commands: QueueCommands
  /** By name in the graph and in the address. The first is open when the address names none. */
  readonly tabs: readonly [TabDefinition<Tab>, ...TabDefinition<Tab>[]]
  /** The tab of accepted rows. */
  readonly accepted: Tab
  mark(tab: Tab): Status
  /** Whose items an address may name; the first when it names none. */
  readonly scopes: readonly [Among, ...Among[]]
  /** Those of them that the page does not offer. */
  readonly unlisted?: readonly Among[]
  /** Where a row is a page of its own on the phone, instead of the pane. */
  href?(id: string, params: Params): string
}
/** What an address names after its question mark. */
export type Params = { get: (name: string) => string | null }
type TabDefinition<Tab extends string> = {
  readonly name: Tab
  readonly fane: string
  readonly text: () => string
  readonly icon: IconName
}

/** What one queue is: the rest, from reading to keys and undoing, is the same for all of them. */
type Definition<Thing extends Item, Page, Live, Tab extends string, Among extends Scope> = Drawn<Tab, Among> &
  Reading<Thing> & {
    readonly page: TypedDocumentNode<Page, Ask<Tab, Among> & { readonly after: string | null }>
    readonly connection: (page: Page) => QueueConnection<Thing> | null
    readonly live: TypedDocumentNode<Live, { readonly scope: Among; readonly after: string }>
    readonly change: (live: Live) => QueueChange<Thing>
  }

/** A queue as its page uses it: what it is a queue of is known to its rows and its pane alone. */
export type Queue<
  Tab extends string = string,
  Among extends Scope = Scope,
  Thing extends Item = Item,
> = Drawn<Tab, Among> & {
  read(
    ask: Ask<Tab, Among>,
    after: string | null,
    at?: { fetch: typeof fetch },
  ): Promise<QueueList<ItemRow<Thing>> | undefined>
  follow(scope: Among, after: string, on: Follower): () => void
}

/** Makes a queue from its documents and the reading of its things. */
export const defineQueue = <Thing extends Item, Page, Live, Tab extends string, Among extends Scope>({
  page,
  connection,
  live,
  change,
  means,
  row,
  ...drawn
}: Definition<Thing, Page, Live, Tab, Among>): Queue<Tab, Among, Thing> => {
  const reading = { means, row }
  return {
    ...drawn,
    async read(ask, after, at) {
      const answer = await readFresh(page, { ...ask, after }, at)
      const queue = answer && connection(answer)
      return queue ? listOf(reading, queue, ask) : undefined
    },
    follow: (scope, after, on) =>
      followQueue({
        ...{ document: live, scope, after, on },
        read: (event) => eventOf(reading, change(event), scope),
      }),
  }
}
