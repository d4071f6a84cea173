import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chmodSync } from 'node:fs'
import { startServer, type Server } from './server.ts'

/** A server that is gone, with its data, after `stop()`. */
export async function startTemporaryServer(): Promise<Server> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kompetanse-test-'))
  chmodSync(dataDir, 0o755)
  const server = await startServer({ dataDir, durable: false })
  return {
    ...server,
    stop: async () => {
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
