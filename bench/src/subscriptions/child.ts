import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Resident memory in bytes, before and after everything that is not needed was given back. */
export interface Memory {
  readonly before: number
  readonly after: number
}

export interface Child {
  readonly pid: number
  readonly port: number
  memory(): Promise<Memory>
  stop(): Promise<void>
}

async function readyLine(child: ChildProcess): Promise<number> {
  if (!child.stdout) throw new Error('a server without stdout cannot say that it is ready')
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{"ready"')) return (JSON.parse(line) as { port: number }).port
  }
  throw new Error(`${child.spawnfile} ended before it was ready`)
}

/** Starts a server of the repository and waits for its ready line. */
export async function startServer(file: string, env: Readonly<Record<string, string>>): Promise<Child> {
  const stdio: ('ignore' | 'pipe' | 'inherit' | 'ipc')[] = ['ignore', 'pipe', 'inherit', 'ipc']
  const args = ['--import', new URL('memory-hook.ts', import.meta.url).href, file]
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env }, stdio })
  // A run that fails half-way must not leave servers behind.
  process.once('exit', () => child.kill('SIGKILL'))
  const port = await readyLine(child)
  return {
    pid: child.pid ?? 0,
    port,
    async memory() {
      child.send('memory')
      const [memory] = (await once(child, 'message')) as [Memory]
      return memory
    },
    async stop() {
      if (child.exitCode !== null) return
      const exited = once(child, 'exit')
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), 5_000)
      await exited
      clearTimeout(timer)
    },
  }
}

/** Processor time that a process has used, in milliseconds. Linux only; null elsewhere. */
export async function processorMs(pid: number): Promise<number | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields ? (Number(fields[11]) + Number(fields[12])) * 10 : null
}
