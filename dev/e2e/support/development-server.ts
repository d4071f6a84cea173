import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { freePort } from '@kompetanse/database/embedded'
import { ROOT } from '../../src/root.ts'

/** The web's development server, on a port of its own. */
export async function startDevelopmentServer(): Promise<{ address: string; stop(): void }> {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js')
  const server = spawn(
    process.execPath,
    [vite, 'dev', '--host', '127.0.0.1', '--port', String(port), '--strictPort'],
    { cwd: join(ROOT, 'web'), stdio: 'ignore' },
  )
  return { address, stop: () => void server.kill() }
}
