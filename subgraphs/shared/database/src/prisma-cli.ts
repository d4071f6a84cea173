import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'

const here = import.meta.dirname
const require = createRequire(import.meta.url)

/** How the Prisma CLI ended: its exit code and what it printed. */
export interface CliResult {
  code: number
  output: string
  errors: string
}

/**
 * Runs the Prisma CLI in the folder of a subgraph, with the stand-in engine and without the network.
 * `engine` exists for tests that need a broken one.
 */
export function prisma(args: string[], options: { cwd: string; databaseUrl?: string; engine?: string }) {
  const cli = join(dirname(require.resolve('prisma/package.json')), 'build/index.js')
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: options.cwd,
    env: {
      ...process.env,
      PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`,
      PRISMA_SCHEMA_ENGINE_BINARY: options.engine ?? join(here, 'schema-engine.ts'),
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
      ...(options.databaseUrl ? { DATABASE_URL: options.databaseUrl } : {}),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const result: CliResult = { code: 1, output: '', errors: '' }
  child.stdout.on('data', (chunk: Buffer) => (result.output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (result.errors += chunk.toString()))
  return new Promise<CliResult>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ ...result, code: code ?? 1 }))
  })
}
