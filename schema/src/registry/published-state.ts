import { parse, print } from 'graphql'
import { readBundle, writeBundle } from '../documents/bundle.ts'
import { readFormer, type FormerDocument } from '../documents/former.ts'
import type { Operations, Published } from './changes/breaks.ts'
import type { Composition, Texts } from './compose.ts'
import { eventsOf, type PublishedEvents } from './events/published-events.ts'

/** Path below schema/ → text. */
export type Files = Readonly<Record<string, string>>

/** The graph as clients see it, below schema/. */
export const GRAPH = ['api.graphql', 'contracts'] as const
/** The events and their listeners, below schema/. */
export const EVENT_FOLDERS = ['events', 'listeners'] as const
/** All that clients and listeners rely on, below schema/. */
export const PUBLISHED = [...GRAPH, 'operations', ...EVENT_FOLDERS] as const
/** Where copies of it lay, below schema/, and what was published is read from in an older commit. */
export const FORMER_PLACE = 'published'
/** Where a break of it is accepted, below schema/. */
export const ACCEPTED_BREAKS = 'accepted-breaks.json'

/** Client → what it sent until lately. */
export type Former = Readonly<Record<string, readonly FormerDocument[]>>

export interface PublishedState extends Published {
  readonly former: Former
  readonly events: PublishedEvents
}

export const formerPath = (client: string): string => `operations/former/${client}.graphql`

/** The files of what clients rely on from now on, without their former operations. */
export function publishedFiles({ api, contracts }: Composition, operations: Operations): Files {
  const files: Record<string, string> = { 'api.graphql': api }
  for (const [tag, text] of Object.entries(contracts)) files[`contracts/${tag}.graphql`] = text
  for (const [client, texts] of Object.entries(operations))
    files[`operations/${client}.graphql`] = writeBundle(Object.values(texts).map((text) => parse(text)))
  return files
}

const BUNDLE = /^operations\/([^/]+)\.graphql$/
const CONTRACT = /^contracts\/([^/]+)\.graphql$/
const FORMER = /^operations\/former\/([^/]+)\.graphql$/
/** As long as each operation was a file of its own. */
const OPERATION = /^operations\/(?!former\/)(?<client>[^/]+)\/(?<name>[^/]+)\.graphql$/

/** Whether a file below schema/ keeps what a client sent until lately: it follows from the code before, too. */
export const isFormer = (path: string): boolean => FORMER.test(path)

/** What clients sent until lately, by files below a folder. */
export function formerOf(files: Files): Former {
  const found = Object.entries(files).map(([path, text]) => [FORMER.exec(path)?.[1], text] as const)
  return Object.fromEntries(found.flatMap(([client, text]) => (client ? [[client, readFormer(text)]] : [])))
}

/** The operations of a client's bundle, by name, each with the fragments that it spreads. */
export const operationsIn = (bundle: string): Texts =>
  Object.fromEntries([...readBundle(bundle)].map(([name, document]) => [name, `${print(document)}\n`]))

function operationsOf(files: Files): Operations {
  const operations: Record<string, Texts> = {}
  for (const [path, text] of Object.entries(files)) {
    const bundled = BUNDLE.exec(path)?.[1]
    if (bundled) operations[bundled] = operationsIn(text)
    const single = OPERATION.exec(path)?.groups
    if (!single) continue
    const { client = '', name = '' } = single
    operations[client] = { ...operations[client], [name]: text }
  }
  return operations
}

/** The state that files below a folder hold, by their paths in it; null when they hold none. */
export function publishedOf(files: Files): PublishedState | null {
  const api = files['api.graphql']
  if (api === undefined) return null
  const tagged = Object.entries(files).map(([path, text]) => [CONTRACT.exec(path)?.[1], text])
  const contracts = Object.fromEntries(tagged.filter(([tag]) => tag)) as Record<string, string>
  return { api, contracts, operations: operationsOf(files), former: formerOf(files), events: eventsOf(files) }
}
