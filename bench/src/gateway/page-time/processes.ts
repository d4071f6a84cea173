import { readdirSync, readFileSync } from 'node:fs'
import { processorTime } from '../processor-time.ts'

interface Running {
  readonly pid: number
  readonly parent: number
  readonly command: string
}

function running(): Running[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ')
        const parent = Number(readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1])
        return [{ pid: Number(name), parent, command }]
      } catch {
        return []
      }
    })
}

function nameOf(command: string): string | undefined {
  if (/bin\/postgres /.test(command)) return 'postgres'
  return /subgraphs\/([\w-]+)\/src\/main/.exec(command)?.[1]
}

/** The subgraphs and the database below this process: name → process. */
export function processesBelow(): Map<string, number> {
  const all = running()
  const below = new Set([process.pid])
  for (let size = 0; size < below.size;) {
    size = below.size
    for (const { pid, parent } of all) if (below.has(parent)) below.add(pid)
  }
  const named = new Map<string, number>()
  for (const { pid, command } of all) {
    const name = below.has(pid) ? nameOf(command) : undefined
    // The first postgres is the parent of the others.
    if (name && !named.has(name)) named.set(name, pid)
  }
  return named
}

/** Seconds of processor time so far, by name. */
export const timesOf = (processes: ReadonlyMap<string, number>): Map<string, number> =>
  new Map([...processes].map(([name, pid]) => [name, processorTime(pid)]))
