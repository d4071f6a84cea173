import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { freePort } from '@kompetanse/database/embedded'
import { ROOT } from '../../src/root.ts'

/** What it takes to bundle what the web depends on, on a busy machine. */
const PATIENCE_MS = 150_000

/** The web's development server, on a port of its own; it answers when this does. */
export async function startDevelopmentServer(): Promise<{ address: string; stop(): void }> {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const server = spawn(
    process.execPath,
    [join(ROOT, 'node_modules/vite/bin/vite.js'), 'dev', '--port', String(port), '--strictPort'],
    { cwd: join(ROOT, 'web'), stdio: 'ignore' },
  )
  await expect(async () => void (await fetch(address))).toPass({ timeout: PATIENCE_MS })
  return { address, stop: () => void server.kill() }
}
