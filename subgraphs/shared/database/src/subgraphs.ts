import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'

/** What the whole needs to know of one subgraph. Its package.json says it, under `kompetanse`. */
export interface Subgraph {
  /** Its folder's name. */
  readonly name: string
  /** Where it listens when nothing else is said. */
  readonly port: number
  /** Its seed builds on what the seeds of these have published. */
  readonly seedAfter: readonly string[]
}

const FOLDER = resolve(import.meta.dirname, '../../..')

/** Every folder of `subgraphs/` that has a process, `src/main.ts`: in the order of their seeds, and of their ports. */
export function listSubgraphs(folder = FOLDER): readonly Subgraph[] {
  const mains = globSync('*/src/main.ts', { cwd: folder })
  const found = mains.map((main) => read(join(folder, main, '../..'))).toSorted((a, b) => a.port - b.port)
  return inOrder(found)
}

function read(folder: string): Subgraph {
  const file = join(folder, 'package.json')
  const manifest = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { kompetanse?: unknown })
    : {}
  const { port, seedAfter = [] } = (manifest.kompetanse ?? {}) as { port?: number; seedAfter?: string[] }
  if (!port) throw new Error(`${file} does not say "kompetanse": { "port": … }`)
  return { name: basename(folder), port, seedAfter }
}

/** Each after those that its seed builds on. */
function inOrder(subgraphs: readonly Subgraph[]): readonly Subgraph[] {
  const ordered: Subgraph[] = []
  const left = new Set(subgraphs)
  const isReady = ({ seedAfter }: Subgraph) =>
    seedAfter.every((name) => ordered.some((one) => one.name === name))
  while (left.size > 0) {
    const next = [...left].find(isReady)
    if (!next) throw new Error(`no order of seeds fits ${[...left].map(({ name }) => name).join(', ')}`)
    ordered.push(next)
    left.delete(next)
  }
  return ordered
}
