import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { roleOf } from '@kompetanse/database/embedded'
import { runScript } from './managed-process.ts'
import { subgraph, SUBGRAPHS, type Surroundings } from './parts.ts'
import { ROOT } from './root.ts'

/** In this order: each seed builds on what the one before has published. Seeds change nothing the second time. */
export async function seed(surroundings: Surroundings, names: readonly string[]): Promise<void> {
  for (const name of names) await runIfThere(surroundings, name, 'seed/main.ts')
}

/** Replays to a new subgraph what others published before it listened, where the portal has run before. */
export async function introduceNewcomers(surroundings: Surroundings): Promise<void> {
  const { created } = surroundings.database
  const others = SUBGRAPHS.filter((name) => !created.includes(roleOf(name)))
  if (others.length === SUBGRAPHS.length) return
  for (const name of others) await runIfThere(surroundings, name, 'replay.ts')
}

/** Where what the processes write on stderr is kept. */
export const logsOf = ({ dataDir }: Surroundings): string => join(dataDir, 'logs')

/** Runs a script of a subgraph beside its process to its end. */
export function runBeside(surroundings: Surroundings, name: string, file: string): Promise<void> {
  const script = `subgraphs/${name}/src/${file}`
  const logFile = join(logsOf(surroundings), `${name}-scripts.log`)
  return runScript({ ...subgraph(name, surroundings), name: `${file} of ${name}`, script, logFile })
}

async function runIfThere(surroundings: Surroundings, name: string, file: string) {
  if (existsSync(join(ROOT, 'subgraphs', name, 'src', file))) await runBeside(surroundings, name, file)
}
