import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createServer } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

export interface Started {
  readonly process: ChildProcess
  readonly url: string
  /** Seconds of processor time that the process has used. */
  cpu(): number
  stop(): void
}

const TICKS_PER_SECOND = 100

function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}

const startedOf = (child: ChildProcess, port: number): Started => ({
  process: child,
  url: `http://127.0.0.1:${port}`,
  cpu: () => cpuOf(child.pid ?? 0),
  // Nothing here is worth a graceful end.
  stop: () => void child.kill('SIGKILL'),
})

function spawnNode(args: readonly string[], env: Record<string, string>): ChildProcess {
  const options = { env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'error', ...env } }
  return spawn(process.execPath, args, { ...options, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
}

/** Starts a process of ours and waits for the line that says it answers. */
export async function startReady(
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Started> {
  const child = spawnNode(args, env)
  for await (const line of createInterface({ input: child.stdout ?? process.stdin })) {
    if (!line.startsWith('{"ready"')) continue
    child.stdout?.resume()
    return startedOf(child, (JSON.parse(line) as { port: number }).port)
  }
  throw new Error(`${args[0]} ended before it was ready`)
}

export async function freePort(): Promise<number> {
  const server = createServer()
  const port = await new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    }),
  )
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Starts another's process on a port and waits until anything answers there. */
export async function startOnPort(args: readonly string[], port: number, env: Record<string, string> = {}) {
  const child = spawnNode(args, env)
  child.stdout?.resume()
  const started = startedOf(child, port)
  for (let attempt = 0; attempt < 300; attempt++) {
    const answered = await fetch(started.url).then(
      () => true,
      () => false,
    )
    if (answered) return started
    await delay(100)
  }
  throw new Error(`${args[0]} did not answer on ${port}`)
}
