import type { AnyVariables, TypedDocumentNode } from '@urql/core'
import { graph } from '#lib/graph/index.ts'
import type { LastStep } from './commands.ts'
import type { Counts, QueueRow } from './row.ts'

/** A queue as it was read once: the rows, the counts and the position that live updates go on from. */
export type QueueList<Row extends QueueRow = QueueRow> = {
  tab: string
  rows: readonly Row[]
  counts: Counts
  cursor: string
  total: number
  /** Where the next page begins; null when this is the last. */
  next: string | null
}

/** Reads past the cache: a queue has to be current. Undefined when there is no answer. */
export const readFresh = async <Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  at?: { fetch: typeof fetch },
): Promise<Data | undefined> => {
  const context = { requestPolicy: 'network-only' as const, ...(at && { fetch: at.fetch }) }
  return (await graph().query(document, variables, context).toPromise()).data
}

type Steps = {
  edges: readonly { node: { command: string; at: string; by: { displayName: string } } }[]
}

/** The last step of a thing's history, when it was fetched. */
export const lastStepOf = (thing: { history: Steps } | null | undefined): LastStep | undefined => {
  const step = thing?.history.edges[0]?.node
  return step && { command: step.command, by: step.by.displayName, at: step.at }
}
