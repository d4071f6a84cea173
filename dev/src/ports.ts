import { freePort, isFree } from '@kompetanse/database/embedded'
import { listSubgraphs } from '@kompetanse/database/subgraphs'

/** The ports without other settings. */
const DEFAULT_PORTS: ReadonlyMap<string, number> = new Map([
  ['web', 3000],
  ['gateway', 4000],
  ...listSubgraphs().map(({ name, port }): [string, number] => [name, port]),
  ['identity-provider', 4010],
  ['postgres', 5433],
])

/** Where a process listens, on 127.0.0.1. Throws for one that is not of the system. */
export type PortOf = (process: string) => number

/** Where what listens on `port` is found. */
export const local = (port: number) => `http://127.0.0.1:${port}`

/** The default port of each process, or a free one (and a word about it) where the default is taken. */
export async function choosePorts(
  processes: readonly string[],
  preferDefaults: boolean,
  say: (line: string) => void,
): Promise<PortOf> {
  const chosen = new Map<string, number>()
  for (const process of processes) {
    const preferred = preferDefaults ? DEFAULT_PORTS.get(process) : undefined
    const port = preferred && (await isFree(preferred)) ? preferred : await freePort()
    if (preferred && port !== preferred) say(`port ${preferred} is busy: ${process} takes ${port}`)
    chosen.set(process, port)
  }
  return (process) => {
    const port = chosen.get(process)
    if (port === undefined) throw new Error(`the system has no ${process}`)
    return port
  }
}
