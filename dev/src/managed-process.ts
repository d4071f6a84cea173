import { spawn, type ChildProcess } from 'node:child_process'
import { constants } from 'node:os'
import { createWriteStream, existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import type { ExitCode, Running } from './part.ts'
import { ROOT } from './root.ts'

export interface ProcessOptions {
  name: string
  /** Relative to `root`. */
  script: string
  /** The folder in which it runs: the repository by default. */
  root?: string
  args?: readonly string[]
  env: Record<string, string>
  /** Gets what the process writes on stderr. */
  logFile: string
}

const READY_WITHIN = 90_000
const INSIST_AFTER = 10_000

/**
 * Starts one Node process and resolves when it has printed its ready line. Rejects with its last words otherwise; also
 * when `signal` aborts, which ends it.
 */
export async function startProcess(options: ProcessOptions, signal?: AbortSignal): Promise<Running> {
  const { name, script, root = ROOT } = options
  if (!existsSync(join(root, script))) throw new Error(`${name} cannot start: there is no ${script}`)
  const child = launch(options)
  const exited = exitOf(child)
  const stop: Running['stop'] = async (how = 'SIGTERM') => {
    child.kill(how)
    const insist = setTimeout(() => child.kill('SIGKILL'), INSIST_AFTER)
    await exited
    clearTimeout(insist)
  }
  const abort = () => void stop()
  signal?.addEventListener('abort', abort)
  await ready(child, options).finally(() => signal?.removeEventListener('abort', abort))
  return { exited, stop }
}

/** The exit code in the form of a shell: of a signal 128 and its number. */
const exitOf = (child: ChildProcess): Promise<ExitCode> =>
  new Promise((resolve) =>
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0))),
  )

/** Runs a script to its end. Rejects with its last words when it fails. */
export async function runScript(options: ProcessOptions): Promise<void> {
  const child = launch(options)
  const words = lastWords(child)
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error(`${options.name} failed (${code}):\n${words()}`)
}

function launch({ script, root = ROOT, args = [], env, logFile }: ProcessOptions): ChildProcess {
  mkdirSync(dirname(logFile), { recursive: true })
  const child = spawn(
    process.execPath,
    ['--import', join(import.meta.dirname, 'die-with-parent.ts'), script, ...args],
    {
      cwd: root,
      env: { ...inherited(), PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`, ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: true, // Ctrl-C reaches us alone, who stop the parts in order
    },
  )
  child.stderr?.pipe(createWriteStream(logFile, { flags: 'a' }))
  child.unref()
  return child
}

/** Variables that a process gets by its own definition only: its address, and its role in the database. */
const NOT_INHERITED = ['HOST', 'DATABASE_URL', 'MIGRATION_DATABASE_URL']

const inherited = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !NOT_INHERITED.includes(name)))

function lastWords(child: ChildProcess): () => string {
  let words = ''
  const keep = (chunk: Buffer) => (words = (words + chunk.toString()).slice(-3000))
  child.stderr?.on('data', keep)
  child.stdout?.on('data', keep)
  return () => words
}

function ready(child: ChildProcess, { name }: ProcessOptions): Promise<void> {
  const words = lastWords(child)
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`${name} was not ready within ${READY_WITHIN / 1000} s:\n${words()}`))
    }, READY_WITHIN)
    const settle = (done: () => void) => {
      clearTimeout(timer)
      done()
    }
    child.once('error', (error) => settle(() => reject(error)))
    child.once('exit', (code) =>
      settle(() => reject(new Error(`${name} ended (${code}) before it was ready:\n${words()}`))),
    )
    if (!child.stdout) return
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('{"ready"')) settle(resolve)
    })
  })
}
