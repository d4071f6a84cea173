import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { processorTime } from './processor-time.ts'

export interface Started {
  readonly process: ChildProcess
  readonly url: string
  /** Seconds of processor time that the process has used, with all that it started. */
  cpu(): number
  stop(): void
}

const startedOf = (child: ChildProcess, port: number): Started => ({
  process: child,
  url: `http://127.0.0.1:${port}`,
  cpu: () => processorTime(child.pid ?? 0),
  // Nothing here is worth a graceful end.
  stop: () => void child.kill('SIGKILL'),
})

const children = new Set<ChildProcess>()
process.once('exit', () => children.forEach((child) => child.kill('SIGKILL')))

/** Ends with this process. */
function tied(child: ChildProcess): ChildProcess {
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}

type Environment = Readonly<Record<string, string>>

function spawnNode(args: readonly string[], env: Environment): ChildProcess {
  const options = { env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'error', ...env } }
  return tied(spawn(process.execPath, args, { ...options, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] }))
}

/** Starts a process and waits for the line that announces it. */
export async function startReady(args: readonly string[], env: Environment = {}): Promise<Started> {
  const child = spawnNode(args, env)
  for await (const line of createInterface({ input: child.stdout ?? process.stdin })) {
    if (!line.startsWith('{"ready"')) continue
    child.stdout?.resume()
    return startedOf(child, (JSON.parse(line) as { port: number }).port)
  }
  throw new Error(`${args[0]} ended before it was ready`)
}

/** Waits until anything answers on the port. Throws after half a minute, and when the process ends before. */
async function whenAnswering(child: ChildProcess, port: number, name: string): Promise<Started> {
  const started = startedOf(child, port)
  for (let attempt = 0; attempt < 300 && child.exitCode === null; attempt++) {
    const answered = await fetch(started.url).then(
      () => true,
      () => false,
    )
    if (answered) return started
    await delay(100)
  }
  started.stop()
  throw new Error(`${name} did not answer on ${port}`)
}

/** Starts another's gateway that runs on Node, on a port. */
export function startOnPort(args: readonly string[], port: number, env: Environment = {}): Promise<Started> {
  const child = spawnNode(args, env)
  child.stdout?.resume()
  return whenAnswering(child, port, args[0] ?? '')
}

/** Starts another's gateway that is a program of its own, on a port. */
export function startBinary(file: string, args: readonly string[], port: number): Promise<Started> {
  const child = tied(spawn(file, args, { stdio: 'ignore' }))
  return whenAnswering(child, port, file)
}
