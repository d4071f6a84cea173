import { createServer } from 'node:net'
import { freePort } from '@kompetanse/database/embedded'

/** Where things are found when nothing else is said. */
export const DEFAULT_PORTS = {
  web: 3000,
  gateway: 4000,
  identity: 4001,
  curriculum: 4002,
  progress: 4003,
  'identity-provider': 4010,
  postgres: 5433,
} as const

export type Part = keyof typeof DEFAULT_PORTS

/** The default port of each part, or a free one (and a word about it) where the default is taken. */
export async function choosePorts(preferDefaults: boolean, say: (line: string) => void) {
  const chosen: Record<Part, number> = { ...DEFAULT_PORTS }
  for (const part of Object.keys(DEFAULT_PORTS) as Part[]) {
    if (preferDefaults && (await isFree(DEFAULT_PORTS[part]))) continue
    chosen[part] = await freePort()
    if (preferDefaults) say(`port ${DEFAULT_PORTS[part]} is busy: ${part} takes ${chosen[part]}`)
  }
  return chosen
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
