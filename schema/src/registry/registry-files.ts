import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isForTests } from '../for-tests.ts'
import type { Operations } from './changes/breaks.ts'
import { collectDocuments } from './collect-documents.ts'
import type { Texts } from './compose.ts'
import { eventsOf, type PublishedEvents } from './events/published-events.ts'
import { ACCEPTED_BREAKS, FORMER_PLACE, EVENT_FOLDERS, operationsIn, type Files } from './published-state.ts'

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const EVENT_FILES = EVENT_FOLDERS.map((folder) => `${folder}/*.json`)
const GENERATED = [
  'supergraph.graphql',
  'api.graphql',
  'subgraphs/*.graphql',
  'contracts/*.graphql',
  'operations/**/*.graphql',
  `${FORMER_PLACE}/**/*.graphql`,
  ...EVENT_FILES,
]
/** Clients whose documents are in this repository; those of others are committed by hand. */
const OWN_CLIENTS: Readonly<Record<string, string>> = { web: 'web/src/**/*.{ts,svelte}' }

const read = (path: string) => readFileSync(path, 'utf8')

const schemaIn = (root: string) => join(root, 'schema')

function filesAt(patterns: readonly string[], folder: string): Files {
  const paths = globSync([...patterns], { cwd: folder }).sort()
  return Object.fromEntries(paths.map((path) => [path, read(join(folder, path))]))
}

/** Path below a folder → text, of all GraphQL and events in it. */
export const readFolder = (folder: string): Files => filesAt(['**/*.graphql', ...EVENT_FILES], folder)

const textsAt = (pattern: string, root: string): Texts =>
  Object.fromEntries(
    Object.entries(filesAt([pattern], schemaIn(root))).map(([path, text]) => [
      basename(path, '.graphql'),
      text,
    ]),
  )

export const readCommitted = (root = ROOT): Files => filesAt(GENERATED, schemaIn(root))

export interface Printed extends Pick<PublishedEvents, 'listeners'> {
  /** Their schemas. */
  readonly subgraphs: Texts
}

/** What the subgraphs' code has printed. */
export const readPrinted = (root = ROOT): Printed => ({
  subgraphs: textsAt('subgraphs/*.graphql', root),
  listeners: eventsOf(filesAt(EVENT_FILES, schemaIn(root))).listeners,
})

/** Puts committed files back, so that a check leaves nothing behind. */
export function restore(committed: Files, root = ROOT): void {
  for (const [path, text] of Object.entries(committed)) writeFileSync(join(schemaIn(root), path), text)
}

export function readOperations(root = ROOT): Operations {
  const own = Object.entries(OWN_CLIENTS).map(([client, pattern]) => {
    // What its tests ask, they ask of a graph of their own.
    const sources = globSync(pattern, { cwd: root }).filter((path) => !isForTests(path))
    return [client, collectDocuments(sources.sort().map((path) => read(join(root, path))))]
  })
  const bundles = Object.entries(textsAt('operations/*.graphql', root))
  const committed = bundles.map(([client, bundle]) => [client, operationsIn(bundle)])
  return Object.fromEntries([...committed, ...own]) as Operations
}

/** The text of the file of accepted breaks, or null. */
export function readAcceptedFile(root = ROOT): string | null {
  const path = join(schemaIn(root), ACCEPTED_BREAKS)
  return existsSync(path) ? read(path) : null
}

/** Makes the generated and published folders hold exactly these files. Returns the paths that changed. */
export function writeFiles(files: Files, root = ROOT): string[] {
  const folder = schemaIn(root)
  const present = readCommitted(root)
  const stale = Object.keys(present).filter((path) => files[path] === undefined)
  const changed = Object.keys(files).filter((path) => present[path] !== files[path])
  for (const path of stale) rmSync(join(folder, path))
  for (const path of changed) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), files[path] ?? '')
  }
  return [...changed, ...stale].map((path) => relative(root, join(folder, path)))
}
