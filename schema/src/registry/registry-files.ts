import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Operations } from './changes/breaks.ts'
import { collectDocuments } from './collect-documents.ts'
import type { Texts } from './compose.ts'
import { eventsOf, type PublishedEvents } from './events/published-events.ts'
import { ACCEPTED_BREAKS, FORMER_PLACE, EVENT_FOLDERS, operationsIn, type Files } from './published-state.ts'

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const SCHEMA = join(ROOT, 'schema')
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

function filesAt(patterns: readonly string[], folder = SCHEMA): Files {
  const paths = globSync([...patterns], { cwd: folder }).sort()
  return Object.fromEntries(paths.map((path) => [path, read(join(folder, path))]))
}

/** Path below a folder → text, of all GraphQL and events in it. */
export const readFolder = (folder: string): Files => filesAt(['**/*.graphql', ...EVENT_FILES], folder)

const textsAt = (pattern: string): Texts =>
  Object.fromEntries(
    Object.entries(filesAt([pattern])).map(([path, text]) => [basename(path, '.graphql'), text]),
  )

export const readCommitted = (): Files => filesAt(GENERATED)

export interface Printed extends Pick<PublishedEvents, 'listeners'> {
  /** Their schemas. */
  readonly subgraphs: Texts
}

/**
 * Prints every subgraph's schema and the events it listens to from its code over the committed files, and reads them.
 * Exits when one cannot be printed, since the graph is then incomplete.
 */
export function printSubgraphs(): Printed {
  const { status, stdout } = spawnSync('npm', ['run', '--silent', 'schema:print'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  if (status === 0)
    return { subgraphs: textsAt('subgraphs/*.graphql'), listeners: eventsOf(filesAt(EVENT_FILES)).listeners }
  process.stderr.write(`${stdout}\n✗ a subgraph's schema could not be printed from its code\n`)
  process.exit(1)
}

/** Puts committed files back, so that a check leaves nothing behind. */
export function restore(committed: Files): void {
  for (const [path, text] of Object.entries(committed)) writeFileSync(join(SCHEMA, path), text)
}

export function readOperations(): Operations {
  const own = Object.entries(OWN_CLIENTS).map(([client, pattern]) => {
    const sources = globSync(pattern, { cwd: ROOT }).sort()
    return [client, collectDocuments(sources.map((path) => read(join(ROOT, path))))]
  })
  const bundles = Object.entries(textsAt('operations/*.graphql'))
  const committed = bundles.map(([client, bundle]) => [client, operationsIn(bundle)])
  return Object.fromEntries([...committed, ...own]) as Operations
}

/** The text of the file of accepted breaks, or null. */
export function readAcceptedFile(): string | null {
  const path = join(SCHEMA, ACCEPTED_BREAKS)
  return existsSync(path) ? read(path) : null
}

/** Makes the generated and published folders hold exactly these files. Returns the paths that changed. */
export function writeFiles(files: Files): string[] {
  const present = filesAt(GENERATED)
  const stale = Object.keys(present).filter((path) => files[path] === undefined)
  const changed = Object.keys(files).filter((path) => present[path] !== files[path])
  for (const path of stale) rmSync(join(SCHEMA, path))
  for (const path of changed) {
    mkdirSync(dirname(join(SCHEMA, path)), { recursive: true })
    writeFileSync(join(SCHEMA, path), files[path] ?? '')
  }
  return [...changed, ...stale].map((path) => relative(ROOT, join(SCHEMA, path)))
}
