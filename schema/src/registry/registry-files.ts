import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Operations, Published } from './breaks.ts'
import { collectDocuments } from './collect-documents.ts'
import type { Files } from './check.ts'
import type { Texts } from './compose.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const SCHEMA = join(ROOT, 'schema')
const GENERATED = ['supergraph.graphql', 'api.graphql', 'subgraphs/*.graphql', 'operations/*/*.graphql']
/** Clients whose documents stand in this repository; those of others are committed by hand. */
const OWN_CLIENTS: Readonly<Record<string, string>> = { web: 'web/src/**/*.{ts,svelte}' }

const read = (path: string) => readFileSync(path, 'utf8')

function filesAt(patterns: readonly string[]): Files {
  const paths = globSync([...patterns], { cwd: SCHEMA }).sort()
  return Object.fromEntries(paths.map((path) => [path, read(join(SCHEMA, path))]))
}

const textsAt = (pattern: string): Texts =>
  Object.fromEntries(
    Object.entries(filesAt([pattern])).map(([path, text]) => [basename(path, '.graphql'), text]),
  )

function operationsAt(folder: string): Operations {
  const clients = globSync('*', { cwd: join(SCHEMA, folder) }).sort()
  return Object.fromEntries(clients.map((client) => [client, textsAt(`${folder}/${client}/*.graphql`)]))
}

export const readCommitted = (): Files => filesAt(GENERATED)

/**
 * Prints every subgraph's schema from its code over the committed file, and reads what was printed. Ends the
 * process when one cannot be printed: nothing can then be said of the graph.
 */
export function printSubgraphs(): Texts {
  const { status, stdout } = spawnSync('npm', ['run', '--silent', 'schema:print'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  if (status === 0) return textsAt('subgraphs/*.graphql')
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
  return { ...operationsAt('operations'), ...(Object.fromEntries(own) as Operations) }
}

export function readPublished(): Published | null {
  if (!existsSync(join(SCHEMA, 'published/api.graphql'))) return null
  const api = read(join(SCHEMA, 'published/api.graphql'))
  return {
    api,
    contracts: textsAt('published/contracts/*.graphql'),
    operations: operationsAt('published/operations'),
  }
}

/** Makes the generated and published folders hold exactly these files. Returns the paths that changed. */
export function writeFiles(files: Files): string[] {
  const present = filesAt([...GENERATED, 'published/**/*.graphql'])
  const stale = Object.keys(present).filter((path) => files[path] === undefined)
  const changed = Object.keys(files).filter((path) => present[path] !== files[path])
  for (const path of stale) rmSync(join(SCHEMA, path))
  for (const path of changed) {
    mkdirSync(dirname(join(SCHEMA, path)), { recursive: true })
    writeFileSync(join(SCHEMA, path), files[path] ?? '')
  }
  return [...changed, ...stale].map((path) => relative(ROOT, join(SCHEMA, path)))
}
