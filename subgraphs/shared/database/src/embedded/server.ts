import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findBinaries, postgresUser } from './binaries.ts'
import { initialise, reachableDataDir } from './data-dir.ts'
import { freePort } from './free-port.ts'

export interface Server {
  /** As the superuser, to the database `postgres`. */
  adminUrl: string
  port: number
  /** Its code, once it has ended, by whomever. */
  exited: Promise<number>
  /** Fast shutdown: open connections are closed. SIGKILL: as after a crash. Resolves when the process is gone. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

export interface ServerOptions {
  dataDir: string
  port?: number
  /** The one address that it listens on; 127.0.0.1 unless said. */
  host?: string
  /** The superuser's. Without it whoever reaches the server is trusted; with it everybody needs a password. */
  password?: string
  /** False for data that may be lost with the machine: tests. */
  durable: boolean
}

// The server dies with the process that started it, however that one ends: a shell waits for its stdin to close.
const DIE_WITH_PARENT = `exec 3<&0
"$@" 3<&- </dev/null & child=$!
{ read -r _ <&3; kill -INT $child 2>/dev/null; } & watcher=$!
wait $child; code=$?
kill $watcher 2>/dev/null; exit $code`

/** Starts PostgreSQL from the npm package and resolves when it takes connections. `signal` ends it before. */
export async function startServer(options: ServerOptions, signal?: AbortSignal): Promise<Server> {
  const binaries = await findBinaries()
  const dataDir = reachableDataDir(options.dataDir)
  const { host = '127.0.0.1', password } = options
  initialise(dataDir, binaries, options)
  const port = options.port ?? (await freePort())
  const settings = [`listen_addresses=${host}`, 'max_connections=300', 'timezone=UTC', 'log_timezone=UTC']
  // A commit outlives the server, which tests kill: only the machine may not fail.
  if (!options.durable) settings.push('fsync=off', 'full_page_writes=off')
  const args = ['-D', dataDir, '-p', String(port), '-k', dataDir, ...settings.flatMap((line) => ['-c', line])]
  const shell = spawn('/bin/sh', ['-c', DIE_WITH_PARENT, 'sh', binaries.postgres, ...args], {
    ...postgresUser,
    cwd: dataDir,
    detached: true, // Ctrl-C is for us, who stop the database last
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  const exited = new Promise<number>((resolve) => shell.once('exit', (code) => resolve(code ?? 1)))
  signal?.addEventListener('abort', () => shell.stdin?.end(), { once: true })
  await ready(shell)
  return {
    adminUrl: `postgresql://postgres${password ? `:${password}` : ''}@${host}:${port}/postgres`,
    port,
    exited,
    stop: async (how) => {
      // An immediate shutdown leaves behind what a crash does, and none of its processes.
      if (how === 'SIGKILL') process.kill(pidOf(dataDir), 'SIGQUIT')
      else shell.stdin?.end()
      await exited
    },
  }
}

/** PostgreSQL writes it down itself. */
const pidOf = (dataDir: string) =>
  Number(readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0])

function ready(shell: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = ''
    shell.stderr?.on('data', (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-4000)
      if (log.includes('ready to accept connections')) resolve()
    })
    shell.once('error', reject)
    shell.once('exit', (code) =>
      reject(new Error(`PostgreSQL ended with ${code} before it was ready:\n${log}`)),
    )
  })
}
